using LiteDB;
using TypedMigrations.LiteDb.Documents;
using TypedMigrations.Storing;

namespace TypedMigrations.LiteDb.Testing;

/// <summary>Stored values without LiteDB's types, each with the type that is stored.</summary>
internal static class StoredValue
{
    private const string KeyName = "_id";

    public static StoredDocument OfDocument(BsonDocument document) => new(
        Untyped.Read(document[KeyName])!, document.Where(field => !IsKey(field.Key)).ToDictionary(field => field.Key, field => Untyped.Read(field.Value)));

    public static BsonValue KeyOf(StoredDocument stored) => To(stored.Key);

    public static BsonDocument ToDocument(StoredDocument stored)
    {
        var document = new BsonDocument { [KeyName] = To(stored.Key) };
        foreach (var (name, value) in stored.Fields.Where(field => !IsKey(field.Key)))
            document[name] = To(value);
        return document;
    }

    private static bool IsKey(string name) => name.Equals(KeyName, StringComparison.OrdinalIgnoreCase);

    private static BsonValue To(object? value) => value switch
    {
        null => BsonValue.Null,
        BsonValue own => own,
        string text => new BsonValue(text),
        bool yes => new BsonValue(yes),
        int number => new BsonValue(number),
        long number => new BsonValue(number),
        double number => new BsonValue(number),
        decimal number => new BsonValue(number),
        Guid guid => new BsonValue(guid),
        byte[] bytes => new BsonValue(bytes),
        ObjectId id => new BsonValue(id),
        DateTime time => StoredTime.Write(time, nameof(DateTime)),
        IReadOnlyDictionary<string, object?> document => new BsonDocument(document.ToDictionary(field => field.Key, field => To(field.Value))),
        IEnumerable<object?> list => new BsonArray(list.Select(To)),
        _ => throw new ArgumentException($"LiteDB has no stored form for a {value.GetType().Name}.", nameof(value)),
    };
}
