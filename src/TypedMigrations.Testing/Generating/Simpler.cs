using System.Collections;
using TypedMigrations.Schemas;

namespace TypedMigrations.Testing.Generating;

/// <summary>Gives the values that are one step simpler than another one: the plainest of its type, or one part less.</summary>
internal sealed class Simpler(TableSchema table, GeneratedValues said)
{
    private static readonly Dictionary<ValueKind, object> Plainest = new()
    {
        [ValueKind.String] = "a",
        [ValueKind.Char] = 'a',
        [ValueKind.Untyped] = "a",
        [ValueKind.DateTime] = new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc),
        [ValueKind.DateTimeOffset] = new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero),
        [ValueKind.DateOnly] = new DateOnly(2000, 1, 1),
        [ValueKind.Uri] = new Uri("http://a/"),
        [ValueKind.Guid] = new Guid("11111111-1111-1111-1111-111111111111"),
        [ValueKind.Bytes] = Array.Empty<byte>(),
    };

    /// <summary>Records with one value simpler. The key, references and what the author says stay.</summary>
    public IEnumerable<object> Records(object record) => Records(record, table.Record);

    private IEnumerable<object> Records(object record, RecordShape shape)
    {
        var values = new object?[shape.Fields.Count];
        shape.Read(record, values);
        for (var i = 0; i < values.Length; i++)
        {
            foreach (var simpler in Values(shape.Fields[i], values[i]))
                yield return shape.Create([.. values[..i], simpler, .. values[(i + 1)..]]);
        }
    }

    private IEnumerable<object?> Values(FieldSchema field, object? value)
    {
        if (value is null || field.IsKey || said.TryFind(field.Declaration) is not null)
            return [];

        var property = field.Declaration.Property!.PropertyType;
        IEnumerable<object?> missing = !field.IsRequired && (!property.IsValueType || Nullable.GetUnderlyingType(property) is not null) ? [null] : [];
        var isReference = table.References.Any(reference => reference.From == field.Declaration);
        return missing.Concat(isReference && field.Type.Kind != ValueKind.List ? [] : Values(field.Type, field.Nested, value));
    }

    private IEnumerable<object> Values(FieldType type, RecordShape? nested, object value) => type.Kind switch
    {
        _ when said.TryFind(type.ClrType) is not null => [],
        ValueKind.Record => Records(value, nested!),
        ValueKind.List => Lists(type, nested, (IEnumerable)value),
        ValueKind.Map => Maps(type, value),
        ValueKind.Enum => Other(value, Enum.GetValues(type.ClrType).GetValue(0)!),
        ValueKind.Other or ValueKind.TimeOnly => [],
        var kind => Other(value, Plainest.GetValueOrDefault(kind) ?? Activator.CreateInstance(type.ClrType)!),
    };

    private static IEnumerable<object> Other(object value, object plainest) => value is byte[] { Length: 0 } || value.Equals(plainest) ? [] : [plainest];

    /// <summary>Lists with one element less, and with one element simpler.</summary>
    private IEnumerable<object> Lists(FieldType type, RecordShape? nested, IEnumerable value)
    {
        var element = CollectionParts.ElementOf(type.ClrType);
        var make = CollectionForm.OfList(type.ClrType, element)!;
        var items = value.Cast<object?>().ToList();
        for (var i = 0; i < items.Count; i++)
        {
            yield return make(ArrayOf([.. items[..i], .. items[(i + 1)..]], element));
            foreach (var simpler in items[i] is { } item ? Values(type.Element!, nested, item) : [])
                yield return make(ArrayOf([.. items[..i], simpler, .. items[(i + 1)..]], element));
        }
    }

    /// <summary>An empty map, and maps with one entry less.</summary>
    private static IEnumerable<object> Maps(FieldType type, object value)
    {
        var (key, element) = CollectionParts.PairOf(type.ClrType);
        var dictionary = typeof(Dictionary<,>).MakeGenericType(key, element);
        var make = CollectionForm.OfMap(type.ClrType, dictionary)!;
        if (((IEnumerable)value).GetEnumerator().MoveNext())
            yield return make((IDictionary)Activator.CreateInstance(dictionary)!);
        if (value is not IDictionary { Count: > 1 } entries)
            yield break;

        foreach (var without in entries.Keys)
        {
            var others = (IDictionary)Activator.CreateInstance(dictionary)!;
            foreach (var name in entries.Keys.Cast<object>().Where(name => !name.Equals(without)))
                others.Add(name, entries[name]);
            yield return make(others);
        }
    }

    private static Array ArrayOf(IReadOnlyList<object?> items, Type element)
    {
        var array = Array.CreateInstance(element, items.Count);
        for (var i = 0; i < items.Count; i++)
            array.SetValue(items[i], i);
        return array;
    }
}
