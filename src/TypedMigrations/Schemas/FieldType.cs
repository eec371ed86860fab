using System.Collections;
using System.Globalization;

namespace TypedMigrations.Schemas;

/// <summary>What a field holds, as its constant declares it. A store knows how it stores each kind.</summary>
public sealed record FieldType
{
    private FieldType(ValueKind kind, Type clrType, FieldType? element = null, FieldType? key = null, EnumStorage enums = EnumStorage.Name)
    {
        Kind = kind;
        ClrType = clrType;
        Element = element;
        Key = key;
        Enums = enums;
    }

    /// <summary>The kind of value.</summary>
    public ValueKind Kind { get; }

    /// <summary>The type of the record's property, without <c>Nullable</c>.</summary>
    public Type ClrType { get; }

    /// <summary>The type of a list's elements or a map's values.</summary>
    public FieldType? Element { get; }

    /// <summary>The type of a map's keys; null for everything else.</summary>
    public FieldType? Key { get; }

    /// <summary>How an enumeration is stored.</summary>
    public EnumStorage Enums { get; }

    /// <summary>Whether what this type stored reads as the other without a conversion.</summary>
    /// <remarks>An enumeration may gain members. The fields of two records are compared one by one, elsewhere.</remarks>
    public bool ReadsAs(FieldType later) => Kind == later.Kind && Kind switch
    {
        ValueKind.List => Element!.ReadsAs(later.Element!),
        ValueKind.Map => Key!.ReadsAs(later.Key!) && Element!.ReadsAs(later.Element!),
        ValueKind.Enum => Enums == later.Enums && Members().All(later.Members().Contains),
        ValueKind.Other => ClrType.FullName == later.ClrType.FullName,
        _ => true,
    };

    /// <summary>Whether values of this type name documents by their keys: as the key itself, as a list of keys, or as a store's own kind of reference.</summary>
    internal bool HoldsKeysOf(FieldType key) => Kind switch
    {
        ValueKind.List => Element!.HoldsKeysOf(key),
        // A store's own kind of reference, which the core does not know, has the key's type as its argument.
        _ when IsStoreReference => PartOf(ClrType.GetGenericArguments()[0]).ReadsAs(key),
        _ => ReadsAs(key),
    };

    /// <summary>Whether the same references are stored alike but for their keys: both one or both a list, and of one kind.</summary>
    internal bool IsReferenceLike(FieldType later) => Kind == ValueKind.List || later.Kind == ValueKind.List
        ? Kind == later.Kind && Element!.IsReferenceLike(later.Element!)
        : IsStoreReference == later.IsStoreReference;

    /// <summary>A type that this one is made of in a way that only a store knows, such as the key of a reference.</summary>
    /// <param name="part">The part's type.</param>
    public FieldType PartOf(Type part) => Of(part, Enums);

    /// <summary>The type as schema text shows it.</summary>
    public override string ToString() => Kind switch
    {
        ValueKind.List => $"list of {Element}",
        ValueKind.Map when Key!.Kind == ValueKind.String => $"map of {Element}",
        ValueKind.Map => $"map of {Element} by {Key}",
        ValueKind.Record => "record",
        ValueKind.Other => OtherText(),
        ValueKind.Enum => EnumText(),
        _ => Kind.ToString().ToLowerInvariant(),
    };

    internal static FieldType Of(Type type, EnumStorage enums) => Of(type, enums, within: []);

    private static FieldType Of(Type type, EnumStorage enums, IReadOnlyList<Type> within)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain.IsEnum)
            return new FieldType(ValueKind.Enum, plain, enums: enums);
        if (Scalars.TryGetValue(plain, out var kind))
            return new FieldType(kind, plain);
        // A collection of itself, such as a tree of tokens, has no end.
        if (within.Contains(plain))
            return new FieldType(ValueKind.Other, plain);

        var inner = (Type part, EnumStorage partEnums) => Of(part, partEnums, [.. within, plain]);
        // A map's keys are text in the document, so that an enumeration among them is stored by name whatever the field says.
        if (ArgumentsOf(plain, typeof(IReadOnlyDictionary<,>), typeof(IDictionary<,>)) is [var key, var value])
            return new FieldType(ValueKind.Map, plain, inner(value, enums), inner(key, EnumStorage.Name));
        if (ArgumentsOf(plain, typeof(IEnumerable<>)) is [var element])
            return new FieldType(ValueKind.List, plain, inner(element, enums));

        return new FieldType(IsRecord(plain) ? ValueKind.Record : ValueKind.Other, plain);
    }

    private static readonly Dictionary<Type, ValueKind> Scalars = new()
    {
        [typeof(string)] = ValueKind.String,
        [typeof(bool)] = ValueKind.Bool,
        [typeof(char)] = ValueKind.Char,
        [typeof(byte)] = ValueKind.Byte,
        [typeof(sbyte)] = ValueKind.SByte,
        [typeof(short)] = ValueKind.Short,
        [typeof(ushort)] = ValueKind.UShort,
        [typeof(int)] = ValueKind.Int,
        [typeof(uint)] = ValueKind.UInt,
        [typeof(long)] = ValueKind.Long,
        [typeof(ulong)] = ValueKind.ULong,
        [typeof(float)] = ValueKind.Float,
        [typeof(double)] = ValueKind.Double,
        [typeof(decimal)] = ValueKind.Decimal,
        [typeof(DateTime)] = ValueKind.DateTime,
        [typeof(DateTimeOffset)] = ValueKind.DateTimeOffset,
        [typeof(DateOnly)] = ValueKind.DateOnly,
        [typeof(TimeOnly)] = ValueKind.TimeOnly,
        [typeof(TimeSpan)] = ValueKind.TimeSpan,
        [typeof(Guid)] = ValueKind.Guid,
        [typeof(Uri)] = ValueKind.Uri,
        [typeof(byte[])] = ValueKind.Bytes,
        [typeof(object)] = ValueKind.Untyped,
    };

    private static bool IsRecord(Type type) =>
        type.IsClass && !typeof(IEnumerable).IsAssignableFrom(type) && !IsOfDotNet(type)
        && (type.GetMethod("<Clone>$") is not null || (type.GetConstructor(Type.EmptyTypes) is not null && !IsValue(type)));

    private static bool IsOfDotNet(Type type) => type.Namespace is { } name && (name == "System" || name.StartsWith("System.", StringComparison.Ordinal));

    /// <summary>A class that compares itself with its like is a value, such as a store's own kind of key, and not a record to take apart.</summary>
    private static bool IsValue(Type type) => type.GetInterfaces().Contains(typeof(IComparable<>).MakeGenericType(type));

    private static Type[] ArgumentsOf(Type type, params Type[] definitions)
    {
        foreach (var candidate in type.GetInterfaces().Prepend(type))
        {
            if (candidate.IsGenericType && definitions.Contains(candidate.GetGenericTypeDefinition()))
                return candidate.GetGenericArguments();
        }

        return [];
    }

    private bool IsStoreReference => Kind == ValueKind.Other && ClrType.IsGenericType && ClrType.GetGenericArguments().Length == 1;

    private string OtherText()
    {
        var name = ClrType.Name.Split('`')[0].ToLowerInvariant();
        return ClrType.IsGenericType ? $"{name} of {string.Join(", ", ClrType.GetGenericArguments().Select(argument => Of(argument, Enums, [ClrType])))}" : name;
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
    /// <summary>One UTF-16 unit of text.</summary>
    Char,
    /// <summary>A whole number of 8 bits without sign.</summary>
    Byte,
    /// <summary>A whole number of 8 bits.</summary>
    SByte,
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
    /// <summary>A binary fraction of 32 bits.</summary>
    Float,
    /// <summary>A binary fraction of 64 bits.</summary>
    Double,
    /// <summary>A decimal fraction of 128 bits.</summary>
    Decimal,
    /// <summary>An instant, to the millisecond.</summary>
    DateTime,
    /// <summary>An instant with its offset from UTC.</summary>
    DateTimeOffset,
    /// <summary>A day without a time.</summary>
    DateOnly,
    /// <summary>A time without a day.</summary>
    TimeOnly,
    /// <summary>A span of time.</summary>
    TimeSpan,
    /// <summary>A GUID.</summary>
    Guid,
    /// <summary>An address.</summary>
    Uri,
    /// <summary>Bytes.</summary>
    Bytes,
    /// <summary>An enumeration, by name or by number.</summary>
    Enum,
    /// <summary>An array or list.</summary>
    List,
    /// <summary>A map from text, whole numbers or an enumeration.</summary>
    Map,
    /// <summary>A nested record with fields of its own.</summary>
    Record,
    /// <summary>Anything.</summary>
    Untyped,
    /// <summary>A type that the core does not know; a store may.</summary>
    Other,
}
