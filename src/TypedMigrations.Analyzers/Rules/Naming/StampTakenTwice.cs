using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedMigrations.Analyzers.Semantics;

namespace TypedMigrations.Analyzers.Rules.Naming;

/// <summary>TM0102: two migrations of one module have one point in time, so that nothing says which runs first.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StampTakenTwice : MigrationRule
{
    private const string Title = "A stamp is taken twice in one module";

    private static readonly DiagnosticDescriptor Rule = Error(
        "TM0102", Title, "Migration {0} has the stamp of {1} in the same module, so that nothing says which runs first: give one of them a later stamp, in its namespace and its folder");

    private static readonly DiagnosticDescriptor InOneNamespace = Error(
        "TM0102", Title, "Classes {0} and {1} both derive from Migration in namespace {2}, which has one stamp for one migration: move one of them into a namespace with a later stamp, or make it one class");

    /// <summary>Makes the rule.</summary>
    public StampTakenTwice() : base(Rule, InOneNamespace)
    {
    }

    private protected override void Watch(CompilationStartAnalysisContext start, MigrationsInCode migrations)
    {
        var firstOf = FirstOfEachStamp(migrations);
        start.RegisterSymbolAction(
            context =>
            {
                var type = (INamedTypeSymbol)context.Symbol;
                if (firstOf.TryGetValue(type, out var pair))
                    Report(context, pair.Second, pair.First);
            },
            SymbolKind.NamedType);
    }

    /// <summary>Every migration that comes second with its stamp, with the one that comes first, in the order of their names.</summary>
    private static Dictionary<ISymbol, (MigrationInCode Second, MigrationInCode First)> FirstOfEachStamp(MigrationsInCode migrations)
    {
        var found = new Dictionary<ISymbol, (MigrationInCode, MigrationInCode)>(SymbolEqualityComparer.Default);
        foreach (var module in migrations.Spaces.Select(space => space.Module).Distinct())
        {
            foreach (var taken in migrations.OfModule(module).GroupBy(migration => migration.At).Where(taken => taken.Skip(1).Any()))
            {
                foreach (var second in taken.Skip(1))
                    found[second.Class] = (second, taken.First());
            }
        }

        return found;
    }

    private static void Report(SymbolAnalysisContext context, MigrationInCode second, MigrationInCode first) =>
        context.ReportDiagnostic(second.Space!.Equals(first.Space)
            ? Diagnostic.Create(InOneNamespace, second.Class.Locations[0], first.Class.Name, second.Class.Name, second.Space.FullName)
            : Diagnostic.Create(Rule, SegmentInCode.Of(second.Class, second.Space.Segment), second.Id, first.Id));
}
