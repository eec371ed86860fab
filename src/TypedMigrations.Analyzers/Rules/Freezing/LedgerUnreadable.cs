using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedMigrations.Analyzers.Semantics;
using TypedMigrations.Freezing;

namespace TypedMigrations.Analyzers.Rules.Freezing;

/// <summary>TM0503: a ledger is not what the freezing wrote.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LedgerUnreadable : LedgerRule
{
    private static readonly DiagnosticDescriptor Rule = Error(
        "TM0503", "A ledger cannot be read",
        "Line {0} of {1} {2}. Restore the file from version control; after a merge keep the lines of both branches, and build again to be told which of them to rebase");

    /// <summary>Makes the rule.</summary>
    public LedgerUnreadable() : base(Rule)
    {
    }

    private protected override void Check(AdditionalFileAnalysisContext context, MigrationsInCode migrations, LedgerFile file)
    {
        foreach (var fault in file.Ledger.Faults)
            context.ReportDiagnostic(Diagnostic.Create(Rule, file.LocationOf(fault.Row), fault.Row + 1, Ledger.FileName, fault.Reason));
    }
}
