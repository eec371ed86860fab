using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace TypedMigrations.Analyzers.Semantics;

/// <summary>Reads which migrations a squash stands for.</summary>
internal static class Replacing
{
    // Not part of any id: what the manifest sets between them, and what could not be told apart from no id at all.
    private static readonly char[] Separators = ['|', ',', ';'];

    /// <summary>The ids of each <c>[Replaces]</c> of a class, as written; empty where it has none.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Of(INamedTypeSymbol type) =>
    [
        .. type.GetAttributes()
            .Where(attribute => attribute.AttributeClass is { } used && LibraryTypes.IsOfTheLibrary(used, "ReplacesAttribute"))
            .Select(attribute => (IReadOnlyList<string>)[.. attribute.ConstructorArguments.SelectMany(Values).Select(value => value as string ?? "")])
    ];

    /// <summary>The ids as the manifest has them.</summary>
    public static string TextOf(INamedTypeSymbol type) => string.Join(";", Of(type).Select(ids => string.Join(",", ids.Select(Plain))));

    private static IEnumerable<object?> Values(TypedConstant argument) =>
        argument.Kind == TypedConstantKind.Array ? argument.IsNull ? [null] : argument.Values.Select(value => value.Value) : [argument.Value];

    /// <summary>An id that is none stays visible, so that the run time can say so.</summary>
    private static string Plain(string id) => id.Length == 0 ? "?" : string.Join("?", id.Split(Separators));
}
