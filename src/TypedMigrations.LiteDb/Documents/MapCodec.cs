using LiteDB;
using TypedMigrations.Schemas;

namespace TypedMigrations.LiteDb.Documents;

/// <summary>Dictionaries, stored as a document.</summary>
internal sealed class MapCodec<TMap, TKey, T>(FieldType type, MapKey<TKey> key, ValueCodec<T> element) : ValueCodec<TMap>(type)
    where TMap : IEnumerable<KeyValuePair<TKey, T>>
    where TKey : notnull
{
    private const string TypeName = "_type";

    private readonly Func<Dictionary<TKey, T>, TMap> _make = CollectionForms.MapMaker<TMap, TKey, T>();

    public override bool Fits(BsonValue value)
    {
        if (value is not BsonDocument document)
            return false;

        var keys = new Dictionary<TKey, T>(document.Count);
        foreach (var (name, stored) in document)
        {
            if (!key.TryRead(name, out var read) || !keys.TryAdd(read, default!) || !(stored.IsNull ? default(T) is null : element.Fits(stored)))
                return false;
        }

        return HasAll(_make(keys), document.Count);
    }

    public override TMap ReadValue(BsonValue value)
    {
        if (value is not BsonDocument document)
            throw Misfit(value);

        var made = _make(Entries(document));
        return HasAll(made, document.Count) ? made : throw EqualKeys();
    }

    public override BsonValue WriteValue(TMap value)
    {
        var document = new BsonDocument();
        foreach (var (entry, item) in value)
        {
            var name = key.Write(entry);
            var stored = item is null ? BsonValue.Null : element.WriteValue(item);
            if (stored.IsString && name.Equals(TypeName, StringComparison.OrdinalIgnoreCase))
                throw new ValueMisfitException($"a map with the key {name}, whose value LiteDB's mapper takes for the name of a class");
            if (!document.TryAdd(name, stored))
                throw new ValueMisfitException($"a map with keys that differ only by case ({name}), of which LiteDB keeps one");
        }

        return document;
    }

    private Dictionary<TKey, T> Entries(BsonDocument document)
    {
        var entries = new Dictionary<TKey, T>(document.Count);
        try
        {
            foreach (var (name, stored) in document)
            {
                if (!key.TryRead(name, out var read))
                    throw new ValueMisfitException($"a key that is no {key.Type}");
                if (!entries.TryAdd(read, !stored.IsNull ? element.ReadValue(stored) : default(T) is null ? default! : throw Misfit(stored, element.Type)))
                    throw EqualKeys();
            }
        }
        catch (ValueMisfitException exception) when (!exception.NamesField)
        {
            throw new ValueMisfitException($"{exception.Message} in a {Type}");
        }

        return entries;
    }

    private static ValueMisfitException EqualKeys() => new("a document with equal keys, of which a map keeps one");

    private static bool HasAll(TMap made, int count) => ((IReadOnlyCollection<KeyValuePair<TKey, T>>)made).Count == count;
}
