using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedMigrations.Analyzers.Semantics;
using TypedMigrations.Freezing;

namespace TypedMigrations.Analyzers.Rules.Freezing;

/// <summary>TM0502: two migrations of a module follow the same one, as after a merge of two branches.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TwoFollowOne : LedgerRule
{
    /// <summary>The property of the diagnostic that holds the namespace to follow.</summary>
    public const string FollowProperty = "Follow";

    private const string Title = "Two migrations follow one";

    private static readonly DiagnosticDescriptor Frozen = Error(
        "TM0502", Title,
        "Migrations {0} and {1} both follow {2}: two branches were merged. Rebase {1}: take its line and all below it out of this file, write 'using Old = {3};' in it, copy into its constants and records what {0} changed, "
        + "and freeze again. If {1} was applied to a database that counts, rebase {0} in the same way, with a stamp later than {1}");

    private static readonly DiagnosticDescriptor Unfrozen = Error(
        "TM0502", Title,
        "Migrations {0} and {1} both follow {2}: two branches were merged. Rebase {1}: write 'using Old = {3};', and copy into its constants and records what {0} changed");

    /// <summary>Makes the rule.</summary>
    public TwoFollowOne() : base(Frozen, Unfrozen)
    {
    }

    private protected override void Watch(CompilationStartAnalysisContext start, MigrationsInCode migrations)
    {
        base.Watch(start, migrations);
        start.RegisterSemanticModelAction(context => CheckAliases(context, migrations));
    }

    private protected override void Check(AdditionalFileAnalysisContext context, MigrationsInCode migrations, LedgerFile file)
    {
        // A squash follows nothing, as the first did that it replaces.
        var lines = file.Ledger.Lines.Where(line => !file.IsReplaced(line, migrations) && file.MigrationOf(line, migrations) is not { Replaces.Count: > 0 });
        foreach (var branches in lines.GroupBy(line => line.Parent).Select(group => group.OrderBy(line => line.Id, System.StringComparer.Ordinal).ToList()))
        {
            foreach (var branch in branches.Skip(1))
            {
                var parent = file.Ledger.Lines.FirstOrDefault(line => line.Hash == branch.Parent)?.Id ?? "no other";
                var space = file.MigrationOf(branches[0], migrations)?.Space?.FullName ?? branches[0].Id;
                context.ReportDiagnostic(Diagnostic.Create(Frozen, file.LocationOf(branch.Row), branches[0].Id, branch.Id, parent, space));
            }
        }
    }

    /// <summary>A migration says what it follows by the alias of that namespace.</summary>
    private static void CheckAliases(SemanticModelAnalysisContext context, MigrationsInCode migrations)
    {
        var file = migrations.FileOf(context.SemanticModel, context.CancellationToken);
        foreach (var alias in file.Usings.Where(directive => directive.Alias?.Name.Identifier.ValueText == "Old"))
        {
            if (file.OwnerOf(alias) is { } migration && migrations.TryFind(context.SemanticModel.GetSymbolInfo(alias.NamespaceOrType, context.CancellationToken).Symbol) is { } followed)
                Check(context, migrations, alias, followed, migration);
        }
    }

    private static void Check(SemanticModelAnalysisContext context, MigrationsInCode migrations, UsingDirectiveSyntax alias, MigrationInCode followed, MigrationInCode migration)
    {
        if (followed.Space!.Module != migration.Space!.Module || followed.At >= migration.At || migrations.Before(migration) is not { } before || before == followed)
            return;

        context.ReportDiagnostic(Diagnostic.Create(
            Unfrozen, alias.NamespaceOrType.GetLocation(), System.Collections.Immutable.ImmutableDictionary<string, string?>.Empty.Add(FollowProperty, before.Space!.FullName),
            before.Id, migration.Id, followed.Id, before.Space.FullName));
    }
}
