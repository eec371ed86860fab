using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedMigrations.Analyzers.Semantics;
using TypedMigrations.Freezing;

namespace TypedMigrations.Analyzers.Rules.Freezing;

/// <summary>TM0504: the ledger holds a migration that the code does not have.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FrozenMigrationMissing : LedgerRule
{
    private static readonly DiagnosticDescriptor Rule = Error(
        "TM0504", "A frozen migration is missing",
        "Migration {0} of {1} is frozen, and the code has no such migration: databases that have it would be refused as newer than the program. Restore its folder, "
        + "or, if it was applied nowhere but in databases that you throw away, take its line and all below it out of this file");

    private static readonly DiagnosticDescriptor UnknownNamespace = Error(
        "TM0504", "A frozen migration is missing",
        "This ledger is that of namespace {0}, and no migration of the project lies there. Correct its first line to the namespace above those of the migrations, or restore them");

    /// <summary>Makes the rule.</summary>
    public FrozenMigrationMissing() : base(Rule, UnknownNamespace)
    {
    }

    private protected override void Check(AdditionalFileAnalysisContext context, MigrationsInCode migrations, LedgerFile file)
    {
        if (file.Ledger.Namespace is null || file.Ledger.Lines.Count == 0)
            return;
        if (file.MigrationsOf(migrations).Count == 0)
        {
            context.ReportDiagnostic(Diagnostic.Create(UnknownNamespace, file.LocationOf(file.Ledger.Lines[0].Row), file.Ledger.Namespace));
            return;
        }

        foreach (var line in file.Ledger.Lines.Where(line => file.MigrationOf(line, migrations) is null && !file.IsReplaced(line, migrations)))
            context.ReportDiagnostic(Diagnostic.Create(Rule, file.LocationOf(line.Row), line.Id, file.Ledger.Namespace));
    }
}
