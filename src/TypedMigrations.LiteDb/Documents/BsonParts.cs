using LiteDB;

namespace TypedMigrations.LiteDb.Documents;

/// <summary>What documents and arrays are made of, without the interfaces that LiteDB puts around: enumerating those costs more than the values.</summary>
internal static class BsonParts
{
    public static Dictionary<string, BsonValue> FieldsOf(BsonDocument document) => (Dictionary<string, BsonValue>)((BsonValue)document).RawValue;

    public static List<BsonValue> ItemsOf(BsonArray array) => (List<BsonValue>)((BsonValue)array).RawValue;
}
