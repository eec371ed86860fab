using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace TypedMigrations.Analyzers.Semantics;

/// <summary>Knows the types of the library by their names, wherever its assembly is.</summary>
internal static class LibraryTypes
{
    public static bool IsOfTheLibrary(ITypeSymbol? type, string metadataName) =>
        type?.MetadataName == metadataName
        && type.ContainingType is null
        && type.ContainingNamespace is { Name: "TypedMigrations", ContainingNamespace.IsGlobalNamespace: true };

    /// <summary>Whether a type derives from a type of the library. The library's own types do not count.</summary>
    public static bool Derives(INamedTypeSymbol type, string metadataName)
    {
        for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (IsOfTheLibrary(ancestor, metadataName))
                return !SymbolEqualityComparer.Default.Equals(ancestor.ContainingAssembly, type.ContainingAssembly);
        }

        return false;
    }

    public static bool IsMigration(INamedTypeSymbol type) => Derives(type, "Migration");

    public static bool IsModule(INamedTypeSymbol type) => Derives(type, "MigrationModule");

    public static bool IsSeed(INamedTypeSymbol type) => Derives(type, "Seed");

    /// <summary>Whether a type is one of those that constants are made of: a table, a field, an index or a reference.</summary>
    public static bool IsConstant(ITypeSymbol type) => IsTable(type) || IsField(type) || IsIndex(type) || IsReference(type);

    public static bool IsTable(ITypeSymbol type) => IsOfTheLibrary(type.OriginalDefinition, "Table`1") || IsOfTheLibrary(type, "Table");

    public static bool IsField(ITypeSymbol type) => IsOfTheLibrary(type.OriginalDefinition, "Field`2") || IsOfTheLibrary(type.OriginalDefinition, "Field`1") || IsOfTheLibrary(type, "Field");

    public static bool IsIndex(ITypeSymbol type) => IsOfTheLibrary(type.OriginalDefinition, "Index`1") || IsOfTheLibrary(type, "Index");

    public static bool IsReference(ITypeSymbol type) => IsOfTheLibrary(type, "Reference");

    /// <summary>The static fields of a type that are constants.</summary>
    public static IEnumerable<IFieldSymbol> ConstantsOf(INamedTypeSymbol type) =>
        type.GetMembers().OfType<IFieldSymbol>().Where(field => field.IsStatic && !field.IsConst && IsConstant(field.Type));
}
