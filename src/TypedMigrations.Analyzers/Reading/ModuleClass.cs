using System.Threading;
using Microsoft.CodeAnalysis;
using TypedMigrations.Analyzers.Semantics;

namespace TypedMigrations.Analyzers.Reading;

/// <summary>A class that is a module: its namespace says which migrations are its own.</summary>
internal static class ModuleClass
{
    /// <summary>Its name as reflection writes it, or null where the class is none.</summary>
    public static string? TryRead(GeneratorSyntaxContext context, CancellationToken cancellation) =>
        context.SemanticModel.GetDeclaredSymbol(context.Node, cancellation) is INamedTypeSymbol { IsAbstract: false } type && LibraryTypes.IsModule(type)
            ? MetadataName.Of(type)
            : null;
}
