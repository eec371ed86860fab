using TypedMigrations.Schemas;

namespace TypedMigrations.Testing.Generating;

/// <summary>What makes the values of a table's fields. Made once for a schema, then used for every document.</summary>
internal sealed class FieldValues(TableSchema table, Schema schema, GeneratedValues said)
{
    private const int LargestBytes = 2_000;
    private const int LargestIndexedBytes = 200;

    private readonly IndexedText _indexed = new(table, said);

    /// <summary>Makes the keys, as values that refer to nothing.</summary>
    public ValueMaker OfKey() => said.TryFind(table.Key.Declaration) ?? Of(table.Key.Type, At(table.Key));

    /// <summary>Makes records, whose keys the sample has already.</summary>
    public Func<Draw, object, object> OfRecord()
    {
        var makers = table.Record.Fields.Select(field => field.IsKey ? null : Of(field)).ToArray();
        return (draw, key) =>
        {
            var values = new object?[makers.Length];
            for (var i = 0; i < makers.Length; i++)
                values[i] = makers[i] is { } maker ? maker(draw) : key;
            return table.Record.Create(values);
        };
    }

    private ValueMaker Of(FieldSchema field)
    {
        if (said.TryFind(field.Declaration) is { } authors)
            return authors;

        var maker = Of(field.Type, At(field));
        var property = field.Declaration.Property!.PropertyType;
        var mayBeNull = !field.IsRequired && (!property.IsValueType || Nullable.GetUnderlyingType(property) is not null);
        return mayBeNull ? draw => draw.IsAbsent() ? null : maker(draw) : maker;
    }

    private Place At(FieldSchema field) => new(
        field, _indexed.MostLetters(field), Nullability.Of(field.Declaration.Property!), table.References.FirstOrDefault(reference => reference.From == field.Declaration)?.To.Table);

    private ValueMaker Of(FieldType type, Place place)
    {
        if (said.TryFind(type.ClrType) is { } authors)
            return authors;
        if (place.RefersTo is { } target && type.Kind != ValueKind.List && StoreTypes.ReferenceOf(type.ClrType) is null)
            return Reference(type, target, place);

        var maker = OfKind(type, place);
        return place.RefersTo is null && LikelyReference.TryFind(place.Field, type, schema) is { } likely
            ? draw => draw.Keys.GetValueOrDefault(likely) is { Count: > 0 } keys && draw.Below(2) == 0 ? draw.OneOf(keys) : maker(draw)
            : maker;
    }

    private ValueMaker OfKind(FieldType type, Place place) => type.Kind switch
    {
        ValueKind.String => draw => TextValues.Next(draw, place.MostLetters, place.MayBeEmpty),
        ValueKind.Bytes => draw => ScalarValues.Bytes(draw, place.MostLetters < TextValues.Long ? LargestIndexedBytes : LargestBytes),
        ValueKind.Enum => ScalarValues.Members(type),
        ValueKind.Record => Record(place.Field.Nested!),
        ValueKind.Untyped => draw => StructureValues.Tree(draw, place.MostLetters, place.MayBeEmpty),
        ValueKind.List => List(type, place),
        ValueKind.Map => Map(type, place),
        ValueKind.Other => StoresOwn(type, place),
        _ => ScalarValues.TryFind(type.Kind)!,
    };

    private ValueMaker Record(RecordShape shape)
    {
        var makers = shape.Fields.Select(Of).ToArray();
        return draw => shape.Create([.. makers.Select(maker => maker(draw))]);
    }

    private ValueMaker List(FieldType type, Place place)
    {
        var declared = CollectionParts.ElementOf(type.ClrType);
        var make = CollectionForm.OfList(type.ClrType, declared) ?? throw Unknown(type, place);
        var list = StructureValues.List(make, declared, Part(type.Element!, declared, place.Inside(place.Nulls.OfElements())));
        var none = Array.CreateInstance(declared, 0);
        // Where there is no document to refer to, there are no references.
        return place.RefersTo is { } target ? draw => draw.Keys.GetValueOrDefault(target) is { Count: 0 } ? make(none) : list(draw) : list;
    }

    private ValueMaker Map(FieldType type, Place place)
    {
        var (key, declared) = CollectionParts.PairOf(type.ClrType);
        var dictionary = typeof(Dictionary<,>).MakeGenericType(key, declared);
        var make = CollectionForm.OfMap(type.ClrType, dictionary) ?? throw Unknown(type, place);
        var inside = place.Inside(place.Nulls.OfValues());
        return StructureValues.Map(make, dictionary, StructureValues.Name(type.Key!, named => Of(named, inside with { RefersTo = null })), Part(type.Element!, declared, inside));
    }

    private ValueMaker Part(FieldType type, Type declared, Place place) =>
        Nullable.GetUnderlyingType(declared) is not null || place.Nulls.MayBeNull ? StructureValues.OrNull(Of(type, place)) : Of(type, place);

    /// <summary>The key of a document that is there. An optional field may name one that is not.</summary>
    private ValueMaker Reference(FieldType type, Table target, Place place)
    {
        var others = Of(type, place with { RefersTo = null, MayBeEmpty = false });
        var mayDangle = said.ReferencesMayDangle && !place.Field.IsRequired;
        return draw =>
        {
            var keys = draw.Keys.GetValueOrDefault(target) ?? [];
            return keys.Count == 0 || keys[0].GetType() != type.ClrType || (mayDangle && draw.IsOdd() && draw.Below(2) == 0) ? others(draw) : draw.OneOf(keys);
        };
    }

    private ValueMaker StoresOwn(FieldType type, Place place)
    {
        if (StoreTypes.ReferenceOf(type.ClrType) is not { } make)
            return StoreTypes.FromBytes(type.ClrType) ?? throw Unknown(type, place);

        var keyType = type.PartOf(type.ClrType.GetGenericArguments()[0]);
        var target = place.RefersTo ?? schema.Tables.FirstOrDefault(other => other.Key.Type.ReadsAs(keyType))?.Declaration;
        var key = target is null ? Of(keyType, place with { MayBeEmpty = false }) : Reference(keyType, target, place);
        return draw => make(key(draw)!, target?.Name ?? "elsewhere");
    }

    private static NotSupportedException Unknown(FieldType type, Place place) => new(
        $"No random values are known for field {place.Field.Declaration}, which is a {type}. Say what it holds: options.Values({place.Field.Constant}, Gen.Const(…)).");

    /// <summary>Where a value stands.</summary>
    private sealed record Place(FieldSchema Field, int MostLetters, Nullability Nulls, Table? RefersTo)
    {
        /// <summary>Of a required text that is empty, a store or the application's mapper may make null.</summary>
        public bool MayBeEmpty { get; init; } = !Field.IsRequired;

        /// <summary>A value in a collection.</summary>
        public Place Inside(Nullability nulls) => this with { Nulls = nulls, MayBeEmpty = true };
    }
}
