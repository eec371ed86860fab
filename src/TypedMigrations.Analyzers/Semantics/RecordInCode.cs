using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace TypedMigrations.Analyzers.Semantics;

/// <summary>The record of a document as the compiler sees it.</summary>
internal static class RecordInCode
{
    /// <summary>The properties that hold data: those that can be set, or that the constructor takes. What only computes is no data.</summary>
    public static IEnumerable<IPropertySymbol> DataOf(INamedTypeSymbol record)
    {
        var taken = ConstructorOf(record)?.Parameters.Select(parameter => parameter.Name).ToList() ?? [];

        return PropertiesOf(record).Where(property => property is { IsStatic: false, DeclaredAccessibility: Accessibility.Public, IsIndexer: false }
            && (property.SetMethod is not null || taken.Contains(property.Name, StringComparer.Ordinal)));
    }

    /// <summary>The property of a name, that can be read; null where there is none.</summary>
    public static IPropertySymbol? TryFind(INamedTypeSymbol record, string name) =>
        PropertiesOf(record).FirstOrDefault(property => property.Name == name && property is { IsStatic: false, IsIndexer: false });

    private static IMethodSymbol? ConstructorOf(INamedTypeSymbol record) => record.InstanceConstructors
        .Where(constructor => constructor.DeclaredAccessibility == Accessibility.Public && !(constructor.Parameters.Length == 1 && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, record)))
        .OrderByDescending(constructor => constructor.Parameters.Length)
        .FirstOrDefault();

    private static IEnumerable<IPropertySymbol> PropertiesOf(INamedTypeSymbol? type) =>
        type is null ? [] : PropertiesOf(type.BaseType).Where(inherited => type.GetMembers(inherited.Name).IsEmpty).Concat(type.GetMembers().OfType<IPropertySymbol>());
}
