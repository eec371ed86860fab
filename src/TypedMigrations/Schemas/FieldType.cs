using System.Collections;
using System.Globalization;

namespace TypedMigrations.Schemas;

/// <summary>What a field holds, as its constant declares it. A store knows how it stores each kind.</summary>
public sealed record FieldType
{
    private FieldType(ValueKind kind, Type clrType, FieldType? element = null, EnumStorage enums = EnumStorage.Name)
    {
        Kind = kind;
        ClrType = clrType;
        Element = element;
        Enums = enums;
    }

    /// <summary>The kind of value.</summary>
    public ValueKind Kind { get; }

    /// <summary>The type of the record's property, without <c>Nullable</c>.</summary>
    public Type ClrType { get; }

    /// <summary>The type of a list's elements or a map's values.</summary>
    public FieldType? Element { get; }

    /// <summary>How an enumeration is stored.</summary>
    public EnumStorage Enums { get; }

    /// <summary>Whether what this type stored reads as the other without a conversion.</summary>
    /// <remarks>An enumeration may gain members. The fields of two records are compared one by one, elsewhere.</remarks>
    public bool ReadsAs(FieldType later) => Kind == later.Kind && Kind switch
    {
        ValueKind.List or ValueKind.Map => Element!.ReadsAs(later.Element!),
        ValueKind.Enum => Enums == later.Enums && Members().All(later.Members().Contains),
        ValueKind.Other => ClrType.FullName == later.ClrType.FullName,
        _ => true,
    };

    /// <summary>The type as schema text shows it.</summary>
    public override string ToString() => Kind switch
    {
        ValueKind.List => $"list of {Element}",
        ValueKind.Map => $"map of {Element}",
        ValueKind.Record => "record",
        ValueKind.Other => ClrType.Name.ToLowerInvariant(),
        ValueKind.Enum => EnumText(),
        _ => Kind.ToString().ToLowerInvariant(),
    };

    internal static FieldType Of(Type type, EnumStorage enums)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain.IsEnum)
            return new FieldType(ValueKind.Enum, plain, enums: enums);
        if (Scalars.TryGetValue(plain, out var kind))
            return new FieldType(kind, plain);
        if (ElementOf(plain, typeof(IReadOnlyDictionary<,>), typeof(IDictionary<,>)) is { } value)
            return new FieldType(ValueKind.Map, plain, Of(value, enums));
        if (ElementOf(plain, typeof(IEnumerable<>)) is { } element)
            return new FieldType(ValueKind.List, plain, Of(element, enums));

        return new FieldType(IsRecord(plain) ? ValueKind.Record : ValueKind.Other, plain);
    }

    private static readonly Dictionary<Type, ValueKind> Scalars = new()
    {
        [typeof(string)] = ValueKind.String,
        [typeof(bool)] = ValueKind.Bool,
        [typeof(byte)] = ValueKind.Byte,
        [typeof(short)] = ValueKind.Short,
        [typeof(ushort)] = ValueKind.UShort,
        [typeof(int)] = ValueKind.Int,
        [typeof(uint)] = ValueKind.UInt,
        [typeof(long)] = ValueKind.Long,
        [typeof(ulong)] = ValueKind.ULong,
        [typeof(double)] = ValueKind.Double,
        [typeof(decimal)] = ValueKind.Decimal,
        [typeof(DateTime)] = ValueKind.DateTime,
        [typeof(TimeSpan)] = ValueKind.TimeSpan,
        [typeof(Guid)] = ValueKind.Guid,
        [typeof(byte[])] = ValueKind.Bytes,
        [typeof(object)] = ValueKind.Untyped,
    };

    private static bool IsRecord(Type type) =>
        type.IsClass && !typeof(IEnumerable).IsAssignableFrom(type) && type.Namespace?.StartsWith("System", StringComparison.Ordinal) != true
        && (type.GetMethod("<Clone>$") is not null || (type.GetConstructor(Type.EmptyTypes) is not null && !IsValue(type)));

    /// <summary>A class that compares itself with its like is a value, such as a store's own kind of key, and not a record to take apart.</summary>
    private static bool IsValue(Type type) => type.GetInterfaces().Contains(typeof(IComparable<>).MakeGenericType(type));

    private static Type? ElementOf(Type type, params Type[] definitions)
    {
        foreach (var candidate in type.GetInterfaces().Prepend(type))
        {
            if (candidate.IsGenericType && definitions.Contains(candidate.GetGenericTypeDefinition()))
                return candidate.GetGenericArguments()[^1];
        }

        return null;
    }

    private string EnumText() => $"enum as {Enums.ToString().ToLowerInvariant()} ({string.Join(", ", Members())})";

    private IEnumerable<string> Members() => Enum.GetNames(ClrType)
        .Select(name => string.Create(CultureInfo.InvariantCulture, $"{name}={Convert.ChangeType(Enum.Parse(ClrType, name), Enum.GetUnderlyingType(ClrType), CultureInfo.InvariantCulture)}"));
}

/// <summary>The kinds of value that a field can hold.</summary>
public enum ValueKind
{
    /// <summary>Text.</summary>
    String,
    /// <summary>True or false.</summary>
    Bool,
    /// <summary>A whole number of 8 bits without sign.</summary>
    Byte,
    /// <summary>A whole number of 16 bits.</summary>
    Short,
    /// <summary>A whole number of 16 bits without sign.</summary>
    UShort,
    /// <summary>A whole number of 32 bits.</summary>
    Int,
    /// <summary>A whole number of 32 bits without sign.</summary>
    UInt,
    /// <summary>A whole number of 64 bits.</summary>
    Long,
    /// <summary>A whole number of 64 bits without sign.</summary>
    ULong,
    /// <summary>A binary fraction of 64 bits.</summary>
    Double,
    /// <summary>A decimal fraction of 128 bits.</summary>
    Decimal,
    /// <summary>An instant, to the millisecond.</summary>
    DateTime,
    /// <summary>A span of time.</summary>
    TimeSpan,
    /// <summary>A GUID.</summary>
    Guid,
    /// <summary>Bytes.</summary>
    Bytes,
    /// <summary>An enumeration, by name or by number.</summary>
    Enum,
    /// <summary>An array or list.</summary>
    List,
    /// <summary>A map from text.</summary>
    Map,
    /// <summary>A nested record with fields of its own.</summary>
    Record,
    /// <summary>Anything.</summary>
    Untyped,
    /// <summary>A type that the core does not know; a store may.</summary>
    Other,
}
