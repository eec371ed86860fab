using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedMigrations.Analyzers.Semantics;

namespace TypedMigrations.Analyzers.Rules.Reaching;

/// <summary>TM0114: a migration relies on one of another module that need not have run.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UndeclaredDependency : ReachRule
{
    /// <summary>The property of the diagnostic that holds the attribute to add, without brackets.</summary>
    public const string AttributeProperty = "Attribute";

    /// <summary>The property of the diagnostic that holds the namespace and name of the class to add it to.</summary>
    public const string ClassProperty = "Class";

    private const string Title = "A migration relies on one of another module that need not have run";

    private static readonly DiagnosticDescriptor Rule = Error(
        "TM0114", Title, "Migration {0} names {1} of module {2} without declaring that it depends on it, so that {3} need not have run by then: add '[{4}]' to class {5}");

    private static readonly DiagnosticDescriptor Later = Error(
        "TM0114", Title, "Migration {0} names {1} of module {2}, which is later, so that {3} has not run by then: give {0} a later stamp, or name an older migration of {2}");

    private static readonly DiagnosticDescriptor DeclaredLater = Error(
        "TM0114", Title, "Migration {0} depends on {3} of module {2}, which is later, so that {3} has not run by then: give {0} a later stamp, or depend on an older migration of {2}");

    /// <summary>Makes the rule.</summary>
    public UndeclaredDependency() : base(Rule, Later, DeclaredLater)
    {
    }

    private protected override ReachKind Kind => ReachKind.UndeclaredDependency;

    private protected override void Watch(CompilationStartAnalysisContext start, MigrationsInCode migrations)
    {
        base.Watch(start, migrations);
        start.RegisterSymbolAction(
            context =>
            {
                if (!LibraryTypes.IsMigration((INamedTypeSymbol)context.Symbol) || migrations.TryFind(context.Symbol) is not { At: not null } migration || !SymbolEqualityComparer.Default.Equals(migration.Class, context.Symbol))
                    return;
                foreach (var attribute in migration.Class.GetAttributes())
                    CheckDeclared(context, migration, attribute);
            },
            SymbolKind.NamedType);
    }

    private protected override Diagnostic? Judge(NameOutOfReach name, MigrationsInCode migrations)
    {
        if (MigrationSpace.Of(name.Symbol) is not { Stamp: { } stamp } space || Reach.TryFindMigration(name.Symbol) is not { } migration)
            return null;

        var attribute = $"DependsOn<{migration.ToDisplayString()}>";
        var fix = ImmutableDictionary<string, string?>.Empty.Add(AttributeProperty, attribute).Add(ClassProperty, name.Owner.Class.ToDisplayString());
        return stamp.At > name.Owner.At
            ? Diagnostic.Create(Later, name.Place.GetLocation(), name.Owner.Id, name.Text, ModuleOf(space), stamp.Id)
            : Diagnostic.Create(
                Rule, name.Place.GetLocation(), fix, name.Owner.Id, name.Text, ModuleOf(space), stamp.Id, attribute, name.Owner.Class.Name);
    }

    private static void CheckDeclared(SymbolAnalysisContext context, MigrationInCode migration, AttributeData attribute)
    {
        if (LibraryTypes.IsOfTheLibrary(attribute.AttributeClass?.OriginalDefinition, "DependsOnAttribute`1")
            && MigrationSpace.Of(attribute.AttributeClass!.TypeArguments[0]) is { Stamp: { } stamp } space && stamp.At > migration.At
            && attribute.ApplicationSyntaxReference is { } place)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                DeclaredLater, Location.Create(place.SyntaxTree, place.Span), migration.Id, stamp.Id, ModuleOf(space), stamp.Id));
        }
    }

    /// <summary>The module by the last segment of its namespace: what its class calls it, only the running program knows.</summary>
    private static string ModuleOf(MigrationSpace space) => space.Module.Split('.').Last();
}
