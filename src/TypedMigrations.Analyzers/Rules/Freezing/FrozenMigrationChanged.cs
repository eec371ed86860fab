using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedMigrations.Analyzers.Semantics;
using TypedMigrations.Freezing;

namespace TypedMigrations.Analyzers.Rules.Freezing;

/// <summary>TM0501: the ledger holds a migration whose code or data has changed since.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FrozenMigrationChanged : LedgerRule
{
    private static readonly DiagnosticDescriptor Rule = Error(
        "TM0501", "A frozen migration was changed",
        "Migration {0} is frozen and was changed: frozen as {1}, now {2}. Restore its code and data files, and put the change into a new migration. "
        + "Only if it was applied nowhere but in databases that you throw away: take its line and all below it out of {3}, and freeze again");

    /// <summary>Makes the rule.</summary>
    public FrozenMigrationChanged() : base(Rule)
    {
    }

    private protected override void Check(AdditionalFileAnalysisContext context, MigrationsInCode migrations, LedgerFile file)
    {
        foreach (var line in file.Ledger.Lines)
            Check(context, migrations, file, line);
    }

    private static void Check(AdditionalFileAnalysisContext context, MigrationsInCode migrations, LedgerFile file, LedgerLine line)
    {
        if (file.MigrationOf(line, migrations) is not { Space: { } space } migration)
            return;

        var now = CodeFingerprints.Of(space, context.Compilation, context.Options, migrations, context.CancellationToken);
        if (now != line.Hash)
            context.ReportDiagnostic(Diagnostic.Create(Rule, migration.Class.Locations.First(), [file.LocationOf(line.Row)], line.Id, line.Hash, now, Ledger.FileName));
    }
}
