using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace TypedMigrations.Analyzers.Semantics;

/// <summary>What a field of a type holds: the core's <c>FieldType</c>, read from the compiler's symbols.</summary>
internal sealed class StoredType
{
    private static readonly HashSet<string> Scalars =
    [
        "String", "Boolean", "Char", "Byte", "SByte", "Int16", "UInt16", "Int32", "UInt32", "Int64", "UInt64", "Single", "Double", "Decimal",
        "DateTime", "DateTimeOffset", "DateOnly", "TimeOnly", "TimeSpan", "Guid", "Uri",
    ];

    private StoredType(StoredKind kind, ITypeSymbol type, StoredType? element = null, StoredType? key = null)
    {
        Kind = kind;
        Type = type;
        Element = element;
        Key = key;
    }

    public StoredKind Kind { get; }

    /// <summary>The type without <c>Nullable</c>.</summary>
    public ITypeSymbol Type { get; }

    /// <summary>The type of a list's elements or a map's values.</summary>
    public StoredType? Element { get; }

    /// <summary>The type of a map's keys.</summary>
    public StoredType? Key { get; }

    /// <summary>The record that values hold at whatever depth of lists and maps; null where they hold none.</summary>
    public HeldRecord? Held => Kind switch
    {
        StoredKind.Record => new((INamedTypeSymbol)Type, "", ""),
        StoredKind.List when Element!.Held is { } held => held with { Path = "[]" + held.Path, Calls = ".Each()" + held.Calls },
        StoredKind.Map when Element!.Held is { } held => held with { Path = "{}" + held.Path, Calls = ".EachValue()" + held.Calls },
        _ => null,
    };

    /// <summary>Whether it is an enumeration or a list or map of one, so that how the field stores it matters.</summary>
    public bool HoldsEnum => Kind == StoredKind.Enum || Element is { HoldsEnum: true };

    public static StoredType Of(ITypeSymbol type) => Of(type, ImmutableStack<ITypeSymbol>.Empty);

    /// <summary>Whether what this type stored reads as the other without a conversion. How enumerations are stored is asked elsewhere.</summary>
    public bool ReadsAs(StoredType later) => Kind == later.Kind && Kind switch
    {
        StoredKind.Scalar => Type.Name == later.Type.Name,
        StoredKind.Enum => Members(Type).All(Members(later.Type).Contains),
        StoredKind.List => Element!.ReadsAs(later.Element!),
        StoredKind.Map => Key!.ReadsAs(later.Key!) && Element!.ReadsAs(later.Element!),
        StoredKind.Other => Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) == later.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
        _ => true,
    };

    private static StoredType Of(ITypeSymbol type, ImmutableStack<ITypeSymbol> within)
    {
        var plain = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
        if (plain.TypeKind == TypeKind.Enum)
            return new(StoredKind.Enum, plain);
        if (plain.SpecialType == SpecialType.System_Object || plain.TypeKind == TypeKind.Dynamic)
            return new(StoredKind.Untyped, plain);
        if (plain is IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: SpecialType.System_Byte })
            return new(StoredKind.Bytes, plain);
        if (plain.ContainingNamespace is { Name: "System", ContainingNamespace.IsGlobalNamespace: true } && Scalars.Contains(plain.MetadataName))
            return new(StoredKind.Scalar, plain);
        // A collection of itself has no end.
        if (within.Any(outer => SymbolEqualityComparer.Default.Equals(outer, plain)))
            return new(StoredKind.Other, plain);

        var inside = within.Push(plain);
        if (ArgumentsOf(plain, "IReadOnlyDictionary`2", "IDictionary`2") is { Length: 2 } pair)
            return new(StoredKind.Map, plain, Of(pair[1], inside), Of(pair[0], inside));
        if (ArgumentsOf(plain, "IEnumerable`1") is { Length: 1 } element)
            return new(StoredKind.List, plain, Of(element[0], inside));
        return new(IsRecord(plain) ? StoredKind.Record : StoredKind.Other, plain);
    }

    private static ImmutableArray<ITypeSymbol> ArgumentsOf(ITypeSymbol type, params string[] definitions) => type.AllInterfaces
        .Concat(type is INamedTypeSymbol named ? [named] : [])
        .FirstOrDefault(candidate => definitions.Contains(candidate.MetadataName) && candidate.ContainingNamespace?.ToDisplayString() == "System.Collections.Generic")
        ?.TypeArguments ?? [];

    private static bool IsRecord(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Class } named && !IsOfDotNet(named)
        && (named.IsRecord || (named.InstanceConstructors.Any(made => made.Parameters.IsEmpty && made.DeclaredAccessibility == Accessibility.Public) && !IsValue(named)));

    private static bool IsOfDotNet(ITypeSymbol type)
    {
        var space = type.ContainingNamespace;
        while (space is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
            space = space.ContainingNamespace;
        return space?.Name == "System";
    }

    /// <summary>A class that compares itself with its like is a value, such as a store's own kind of key.</summary>
    private static bool IsValue(INamedTypeSymbol type) =>
        type.AllInterfaces.Any(candidate => candidate.MetadataName == "IComparable`1" && SymbolEqualityComparer.Default.Equals(candidate.TypeArguments[0], type));

    private static IEnumerable<string> Members(ITypeSymbol type) =>
        type.GetMembers().OfType<IFieldSymbol>().Where(member => member.HasConstantValue).Select(member => FormattableString.Invariant($"{member.Name}={member.ConstantValue}"));
}

/// <summary>A record in the values of a field.</summary>
/// <param name="Record">The record.</param>
/// <param name="Path">What the way to it adds to the field's path: <c>[]</c> for elements, <c>{}</c> for the values of a map.</param>
/// <param name="Calls">What code adds to the field to declare from there.</param>
internal sealed record HeldRecord(INamedTypeSymbol Record, string Path, string Calls);

/// <summary>The kinds of value that rules tell apart.</summary>
internal enum StoredKind
{
    Scalar,
    Bytes,
    Enum,
    List,
    Map,
    Record,
    Untyped,
    Other,
}
