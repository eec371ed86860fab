using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedMigrations.Analyzers.Semantics;

namespace TypedMigrations.Analyzers.Rules.Freezing;

/// <summary>TM0505: a migration that is not frozen is older than one that is.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OlderThanFrozen : LedgerRule
{
    private static readonly DiagnosticDescriptor Rule = Error(
        "TM0505", "A new migration is older than a frozen one",
        "Migration {0} is not frozen, but older than {1}, which is: databases that have {1} already would get it out of order. Give it a stamp later than {1}, in its namespace and its folder, "
        + "and make it follow {2}");

    /// <summary>Makes the rule.</summary>
    public OlderThanFrozen() : base(Rule)
    {
    }

    private protected override void Check(AdditionalFileAnalysisContext context, MigrationsInCode migrations, LedgerFile file)
    {
        var frozen = file.Ledger.Lines.Select(line => file.MigrationOf(line, migrations)).OfType<MigrationInCode>().ToList();
        var module = file.MigrationsOf(migrations);
        // A squash has the place of migrations that are frozen.
        foreach (var migration in module.Where(migration => migration.Replaces.Count == 0 && !frozen.Contains(migration)))
        {
            if (frozen.Where(other => other.At > migration.At).OrderBy(other => other.At).FirstOrDefault() is { } later)
                context.ReportDiagnostic(Diagnostic.Create(Rule, migration.Class.Locations.First(), migration.Id, later.Id, module.Last(other => other != migration).Id));
        }
    }
}
