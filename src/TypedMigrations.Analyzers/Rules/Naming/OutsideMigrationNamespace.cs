using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedMigrations.Analyzers.Semantics;

namespace TypedMigrations.Analyzers.Rules.Naming;

/// <summary>TM0104: a migration, a seed or constants lie where no run would find them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OutsideMigrationNamespace : MigrationRule
{
    private const string Title = "A part of a migration lies outside a migration's namespace";

    private static readonly DiagnosticDescriptor Migration = Error(
        "TM0104", Title, "Class {0} derives from Migration, but its namespace is no migration's: move it into a namespace such as {1}, stamped with the date in UTC");

    private static readonly DiagnosticDescriptor Below = Error("TM0104", Title, "Class {0} derives from Migration, but lies below its migration's namespace: move it into {1}");

    private static readonly DiagnosticDescriptor Part = Error(
        "TM0104", Title, "{0} lies in no migration's namespace, so that no migration would ever {1} it: move it into the namespace of the migration that it belongs to");

    private static readonly DiagnosticDescriptor Ownerless = Error(
        "TM0104", Title, "{0} lies in {2}, where no class derives from Migration, so that no migration would ever {1} it: "
        + "move it into the namespace of the migration that it belongs to, or write that migration, 'public sealed class {3} : Migration;'");

    /// <summary>Makes the rule.</summary>
    public OutsideMigrationNamespace() : base(Migration, Below, Part, Ownerless)
    {
    }

    private protected override void Watch(CompilationStartAnalysisContext start, MigrationsInCode migrations)
    {
        start.RegisterSymbolAction(
            context =>
            {
                var type = (INamedTypeSymbol)context.Symbol;
                if (type is not { TypeKind: TypeKind.Class, IsAbstract: false })
                    return;
                if (LibraryTypes.IsMigration(type))
                    CheckMigration(context, type);
                else if (LibraryTypes.IsSeed(type))
                    CheckPart(context, migrations, type.Name, "insert");
            },
            SymbolKind.NamedType);
        start.RegisterSymbolAction(
            context =>
            {
                var field = (IFieldSymbol)context.Symbol;
                // A field that shows a constant of a migration to other code is none itself.
                if (field.IsStatic && LibraryTypes.IsTable(field.Type) && IsMade(field))
                    CheckPart(context, migrations, $"{field.ContainingType.Name}.{field.Name}", "read");
            },
            SymbolKind.Field);
    }

    private static bool IsMade(IFieldSymbol field) =>
        FieldInitializer.Of(field, CancellationToken.None) is BaseObjectCreationExpressionSyntax;

    private static void CheckMigration(SymbolAnalysisContext context, INamedTypeSymbol type)
    {
        var own = type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString();
        if (MigrationSpace.Of(type) is not { } space)
            context.ReportDiagnostic(Diagnostic.Create(Migration, type.Locations[0], type.Name, $"{own}{(own.Length > 0 ? "." : "")}M20201027_{type.Name}"));
        else if (space.Stamp is not null && space.FullName != own)
            context.ReportDiagnostic(Diagnostic.Create(Below, type.Locations[0], type.Name, space.FullName));
    }

    private static void CheckPart(SymbolAnalysisContext context, MigrationsInCode migrations, string name, string verb)
    {
        if (MigrationSpace.Of(context.Symbol) is not { } space)
            context.ReportDiagnostic(Diagnostic.Create(Part, context.Symbol.Locations[0], name, verb));
        else if (migrations.TryFind(space) is null)
            context.ReportDiagnostic(Diagnostic.Create(Ownerless, context.Symbol.Locations[0], name, verb, space.FullName, space.Stamp?.Name ?? space.Segment));
    }
}
