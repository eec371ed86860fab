using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedMigrations.Analyzers.Semantics;

/// <summary>The place where the code writes a segment of a type's namespace.</summary>
internal static class SegmentInCode
{
    /// <summary>The segment in the namespace declaration around a type, or the type's own name where no declaration writes it.</summary>
    public static Location Of(INamedTypeSymbol type, string segment) =>
        type.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax())
            .SelectMany(syntax => syntax.Ancestors().OfType<BaseNamespaceDeclarationSyntax>())
            .SelectMany(MigrationFile.SegmentsOf)
            .LastOrDefault(name => name.Identifier.ValueText == segment)?.GetLocation()
        ?? type.Locations[0];
}
