using LiteDB;
using TypedMigrations.Schemas;

namespace TypedMigrations.LiteDb.Documents;

/// <summary>Says which types a field may have, and of what parts they are made.</summary>
internal static class StorableTypes
{
    /// <summary>Whether the type is LiteDB's, so that the core does not know it.</summary>
    public static bool IsLiteDbs(Type type) =>
        type == typeof(ObjectId) || type == typeof(BsonValue) || type == typeof(BsonDocument) || type == typeof(BsonArray) || IsDbRef(type);

    /// <summary>Why LiteDB cannot store a type without loss, and what to declare instead; null where it can.</summary>
    public static string? WhyRefused(FieldType type) => type.Kind switch
    {
        _ when IsDbRef(type.ClrType) => WhyKeyRefused(KeyOfDbRef(type)),
        _ when IsLiteDbs(type.ClrType) => null,
        ValueKind.TimeOnly => "LiteDB's mapper writes a TimeOnly as a document and loses its seconds when it reads it; declare a TimeSpan",
        ValueKind.Record when type.ClrType.IsAbstract => Polymorphic(type.ClrType),
        ValueKind.Other => WhyOtherRefused(type.ClrType),
        ValueKind.List => WhyListRefused(type) ?? WhyRefused(type.Element!),
        ValueKind.Map => WhyMapRefused(type) ?? WhyRefused(type.Element!),
        _ => null,
    };

    /// <summary>The type of a reference's key.</summary>
    public static FieldType KeyOfDbRef(FieldType type) => type.PartOf(type.ClrType.GetGenericArguments()[0]);

    /// <summary>The type of a list's elements, <c>Nullable</c> included.</summary>
    public static Type ElementOf(Type list) => ArgumentsOf(list, typeof(IEnumerable<>))[0];

    /// <summary>The types of a map's keys and values, <c>Nullable</c> included.</summary>
    public static (Type Key, Type Value) PairOf(Type map) => ArgumentsOf(map, typeof(IReadOnlyDictionary<,>), typeof(IDictionary<,>)) is [var key, var value]
        ? (key, value)
        : throw new ArgumentException($"{map} is no map", nameof(map));

    private static bool IsDbRef(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(DbRef<>);

    private static string? WhyKeyRefused(FieldType key) => key.Kind is ValueKind.List or ValueKind.Map or ValueKind.Record or ValueKind.Untyped or ValueKind.DateOnly
        ? $"a reference's key is a single value, not a {key}"
        : WhyRefused(key);

    private static string? WhyListRefused(FieldType type)
    {
        if (CollectionForms.IsSortedSet(type.ClrType) && !IsComparable(type.Element!.ClrType))
            return $"a {NameOf(type.ClrType)} has no order: its elements cannot be compared; declare a HashSet<T>";
        if (MayBeBytes(type))
            return $"LiteDB's mapper writes a {NameOf(type.ClrType)} as bytes where it is an array, and else as an array of numbers or names; declare byte[] or a List<T>, as the data is";
        return CollectionForms.IsList(type.ClrType) || CollectionForms.IsSet(type.ClrType)
            ? null
            : $"a list is made as an array, List<T>, IReadOnlyList<T>, HashSet<T> or ImmutableArray<T>, to name the usual ones, not as {NameOf(type.ClrType)}";
    }

    /// <summary>Whether .NET takes a list for a <c>byte[]</c>, as the mapper asks it: it does so for every array of one byte an element.</summary>
    private static bool MayBeBytes(FieldType type) => (type.ClrType.IsArray || type.ClrType.IsInterface) && typeof(byte[]).IsAssignableFrom(ElementOf(type.ClrType).MakeArrayType());

    private static string? WhyMapRefused(FieldType type)
    {
        if (!CollectionForms.IsMap(type.ClrType))
            return $"a map is made as Dictionary<K, V>, IReadOnlyDictionary<K, V> or ImmutableDictionary<K, V>, to name the usual ones, not as {NameOf(type.ClrType)}";
        return MapKey.IsStorable(type.Key!) ? null : $"LiteDB's mapper does not read the keys of a map back as {NameOf(type.Key!.ClrType)}; declare them as string";
    }

    private static string WhyOtherRefused(Type type)
    {
        if (type.IsInterface || (type.IsAbstract && !IsOfDotNet(type)))
            return Polymorphic(type);
        if (type is { IsValueType: true, IsPrimitive: false } && !IsOfDotNet(type))
            return $"{NameOf(type)} is a struct, whose fields cannot be declared; declare a nested record that is a class";
        return $"LiteDB has no stored form for {NameOf(type)} that keeps it whole";
    }

    private static string Polymorphic(Type type) =>
        $"{NameOf(type)} stands for several classes; declare a record of your own with every variant's fields as optional ones, and the discriminator as a field named _type";

    private static bool IsComparable(Type type) => typeof(IComparable).IsAssignableFrom(type) || typeof(IComparable<>).MakeGenericType(type).IsAssignableFrom(type);

    private static bool IsOfDotNet(Type type) => type.Namespace is { } name && (name == "System" || name.StartsWith("System.", StringComparison.Ordinal));

    private static Type[] ArgumentsOf(Type type, params Type[] definitions) =>
        type.GetInterfaces().Prepend(type).FirstOrDefault(candidate => candidate.IsGenericType && definitions.Contains(candidate.GetGenericTypeDefinition()))?.GetGenericArguments() ?? [];

    /// <summary>A type as code writes it, without its namespace.</summary>
    private static string NameOf(Type type) => type.IsGenericType
        ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>"
        : type.IsArray ? NameOf(type.GetElementType()!) + "[]" : type.Name;
}
