using LiteDB;
using TypedMigrations.Schemas;

namespace TypedMigrations.LiteDb.Documents;

/// <summary>References to documents. What else a stored reference holds, such as <c>$type</c>, is not declared and the caller's business.</summary>
internal sealed class DbRefCodec<TKey>(FieldType type, ValueCodec<TKey> key) : ValueCodec<DbRef<TKey>>(type)
    where TKey : notnull
{
    private const string IdName = "$id";
    private const string CollectionName = "$ref";

    public override bool Fits(BsonValue value) => TryParts(value, out var id, out _) && key.Fits(id);

    public override DbRef<TKey> ReadValue(BsonValue value) =>
        TryParts(value, out var id, out var collection) && key.Fits(id) ? new DbRef<TKey>(key.ReadValue(id), collection) : throw Misfit(value);

    public override BsonValue WriteValue(DbRef<TKey> value)
    {
        if (value.Collection is null || value.Id is null)
            throw new ValueMisfitException($"a DbRef without {(value.Id is null ? "an id" : "a collection")}");

        return new BsonDocument { [IdName] = key.WriteValue(value.Id), [CollectionName] = StoredText.Check(value.Collection) };
    }

    private static bool TryParts(BsonValue value, out BsonValue id, out string collection)
    {
        (id, collection) = (BsonValue.Null, "");
        if (value is not BsonDocument document || !document.TryGetValue(IdName, out id!) || id.IsNull || !document.TryGetValue(CollectionName, out var name) || !name.IsString)
            return false;

        collection = name.AsString;
        return true;
    }
}
