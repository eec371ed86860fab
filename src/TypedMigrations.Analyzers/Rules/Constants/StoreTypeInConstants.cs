using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedMigrations.Analyzers.Semantics;

namespace TypedMigrations.Analyzers.Rules.Constants;

/// <summary>TM0210: a constant has a type that only one store knows.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StoreTypeInConstants : MigrationRule
{
    private static readonly DiagnosticDescriptor Rule = Warning(
        "TM0210", "A constant has a store's own type", "{0} is of LiteDB's own type {1}, which binds the module to LiteDB: declare a neutral type, or set the severity of TM0210 to none for a module that chooses LiteDB");

    /// <summary>Makes the rule.</summary>
    public StoreTypeInConstants() : base(Rule)
    {
    }

    private protected override void Watch(CompilationStartAnalysisContext start, MigrationsInCode migrations) =>
        start.RegisterSymbolAction(
            context =>
            {
                if (migrations.TryFind(context.Symbol) is null)
                    return;

                foreach (var constant in LibraryTypes.ConstantsOf((INamedTypeSymbol)context.Symbol))
                {
                    if (TypeParts.Of(constant.Type).FirstOrDefault(IsLiteDbs) is { } part && TypeParts.SyntaxOf(constant, context.CancellationToken) is { } written)
                        context.ReportDiagnostic(Diagnostic.Create(Rule, TypeParts.NameIn(written, part).GetLocation(), $"{constant.ContainingType.Name}.{constant.Name}", part.Name));
                }
            },
            SymbolKind.NamedType);

    private static bool IsLiteDbs(INamedTypeSymbol type) =>
        type.ContainingNamespace is { Name: "LiteDB", ContainingNamespace.IsGlobalNamespace: true } || LibraryTypes.IsOfTheLibrary(type.OriginalDefinition, "DbRef`1");
}
