using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace TypedMigrations.Analyzers.Reading;

/// <summary>The code of the migrations that one migration depends on: its constants and records are what may be read of other modules.</summary>
internal sealed class ForeignCode(IEnumerable<string> namespaces)
{
    private readonly string[] _namespaces = namespaces.ToArray();

    public bool IsEmpty => _namespaces.Length == 0;

    public bool Has(ISymbol? symbol) => symbol?.ContainingNamespace is { } space && SpaceOf(space) is not null;

    /// <summary>The records that a type is, holds or lists. Constants speak of records too, but hold none.</summary>
    public IEnumerable<INamedTypeSymbol> RecordsIn(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => RecordsIn(array.ElementType),
        INamedTypeSymbol { TypeKind: TypeKind.Delegate or TypeKind.Enum or TypeKind.Error } => [],
        INamedTypeSymbol { IsStatic: false } named when Has(named) => [named],
        INamedTypeSymbol named when !IsOfTheLibrary(named) => named.TypeArguments.SelectMany(RecordsIn),
        _ => [],
    };

    /// <summary>The names of all properties of a record, and of the records in them.</summary>
    public IEnumerable<string> WholeOf(INamedTypeSymbol record)
    {
        var found = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        var open = new Stack<INamedTypeSymbol>([record]);
        while (open.Count > 0)
        {
            for (var type = open.Pop(); type is not null && Has(type) && found.Add(type.OriginalDefinition); type = type.BaseType)
            {
                foreach (var property in type.GetMembers().OfType<IPropertySymbol>().Where(property => property is { IsStatic: false, DeclaredAccessibility: Accessibility.Public }))
                {
                    yield return NameOf(property);
                    foreach (var inner in RecordsIn(property.Type))
                        open.Push(inner);
                }
            }
        }
    }

    /// <summary>The names of everything that a symbol's migration declares: what its functions read cannot be told from outside.</summary>
    public IEnumerable<string> AllBeside(ISymbol symbol) =>
        from type in symbol.ContainingAssembly is { } assembly && SpaceOf(symbol.ContainingNamespace) is { } space ? TypesIn(assembly.GlobalNamespace, space) : []
        from name in type.IsStatic ? type.GetMembers().OfType<IFieldSymbol>().Select(NameOf) : WholeOf(type)
        select name;

    public static string NameOf(ISymbol member) => MetadataName.Of(member.ContainingType.OriginalDefinition) + "." + member.Name;

    public static bool IsOfTheLibrary(ISymbol symbol) => symbol.ContainingNamespace is { Name: "TypedMigrations", ContainingNamespace.IsGlobalNamespace: true };

    private string? SpaceOf(INamespaceSymbol space)
    {
        var name = MetadataName.Of(space);
        return Array.Find(_namespaces, foreign => name == foreign || name.StartsWith(foreign + ".", StringComparison.Ordinal));
    }

    private IEnumerable<INamedTypeSymbol> TypesIn(INamespaceSymbol space, string foreign) =>
        space.GetTypeMembers().Where(type => SpaceOf(space) == foreign).Concat(space.GetNamespaceMembers().SelectMany(inner => TypesIn(inner, foreign)));
}
