using System;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedMigrations.Analyzers.Semantics;

namespace TypedMigrations.Analyzers.Reading;

/// <summary>A class that is a migration: what the manifest says of it, but for the fingerprint.</summary>
/// <param name="Namespace">Its namespace; empty for the global one.</param>
/// <param name="FullName">Its name as reflection writes it.</param>
/// <param name="Dependencies">The full names of the migrations it depends on, sorted, separated by commas.</param>
/// <param name="Reads">The constants and record properties of these migrations that its code names, sorted, separated by commas.</param>
/// <param name="Replaces">The ids that it replaces, separated by commas; each attribute's by a semicolon.</param>
internal sealed record MigrationClass(string Namespace, string FullName, string Dependencies, string Reads, string Replaces)
{
    /// <summary>Only a class with a base list can be a migration; everything else needs no semantic model.</summary>
    public static bool MayBeOne(SyntaxNode node, CancellationToken cancellation) =>
        node is ClassDeclarationSyntax { BaseList: not null };

    public static MigrationClass? TryRead(GeneratorSyntaxContext context, CancellationToken cancellation)
    {
        if (context.SemanticModel.GetDeclaredSymbol(context.Node, cancellation) is not INamedTypeSymbol { IsAbstract: false } type
            || !LibraryTypes.IsMigration(type))
            return null;

        var dependencies = type.GetAttributes()
            .Where(attribute => attribute.AttributeClass is { } used && LibraryTypes.IsOfTheLibrary(used, "DependsOnAttribute`1"))
            .Select(attribute => attribute.AttributeClass!.TypeArguments[0])
            .OfType<INamedTypeSymbol>()
            .ToList();
        var names = dependencies.Select(MetadataName.Of).Distinct().OrderBy(name => name, StringComparer.Ordinal);
        var reads = ForeignNames.Of(type, dependencies, context.SemanticModel.Compilation, cancellation);

        return new(MetadataName.Of(type.ContainingNamespace), MetadataName.Of(type), string.Join(",", names), reads, Replacing.TextOf(type));
    }
}
