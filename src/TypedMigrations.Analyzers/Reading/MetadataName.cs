using Microsoft.CodeAnalysis;

namespace TypedMigrations.Analyzers.Reading;

/// <summary>Names as reflection writes them, so that the run time finds the types of the manifest: <c>A.B.Outer+Generic`1</c>.</summary>
internal static class MetadataName
{
    public static string Of(INamedTypeSymbol type)
    {
        if (type.ContainingType is { } outer)
            return Of(outer) + "+" + type.MetadataName;

        return Join(Of(type.ContainingNamespace), type.MetadataName);
    }

    public static string Of(INamespaceSymbol space) =>
        space.IsGlobalNamespace ? "" : Join(Of(space.ContainingNamespace), space.MetadataName);

    public static string Join(string space, string name) => space.Length == 0 ? name : space + "." + name;
}
