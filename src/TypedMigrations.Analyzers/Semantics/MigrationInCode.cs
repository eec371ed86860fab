using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace TypedMigrations.Analyzers.Semantics;

/// <summary>A migration of this project.</summary>
/// <param name="Class">The class that derives from <c>Migration</c>.</param>
/// <param name="Space">Its namespace; null where it lies in none that is a migration's.</param>
internal sealed record MigrationInCode(INamedTypeSymbol Class, MigrationSpace? Space)
{
    /// <summary>The migrations that it declares to depend on, by their namespaces.</summary>
    public IReadOnlyList<MigrationSpace> Dependencies { get; } =
    [
        .. Class.GetAttributes()
            .Where(attribute => LibraryTypes.IsOfTheLibrary(attribute.AttributeClass?.OriginalDefinition, "DependsOnAttribute`1"))
            .Select(attribute => MigrationSpace.Of(attribute.AttributeClass!.TypeArguments[0]))
            .OfType<MigrationSpace>()
    ];

    /// <summary>The ids of the migrations that it replaces, as written; its own among them where it has the place of the last. Empty where it is no squash.</summary>
    public IReadOnlyList<string> Replaces { get; } = [.. Replacing.Of(Class).SelectMany(ids => ids).Distinct()];

    /// <summary>The migration as messages name it.</summary>
    public string Id => Space?.Stamp?.Id ?? Class.Name;

    public DateTime? At => Space?.Stamp?.At;
}
