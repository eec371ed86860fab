using LiteDB;
using LiteDB.Engine;
using TypedMigrations.LiteDb.Transforming;

namespace TypedMigrations.LiteDb.Copying;

/// <summary>Inserts documents, and says which one cannot be.</summary>
internal static class Inserting
{
    public static void All(LiteEngine engine, string table, IReadOnlyList<BsonDocument> documents, string source)
    {
        BsonValue? current = null;
        try
        {
            if (documents.Count > 0)
                engine.Insert(table, documents.Select(document =>
                {
                    current = document["_id"];
                    return document;
                }), BsonAutoId.ObjectId);
        }
        catch (LiteException exception) when (exception.ErrorCode == LiteException.INDEX_DUPLICATE_KEY)
        {
            throw new MigrationException(
                new Problem(ErrorCode.KeyTaken, $"A document of {source} cannot be inserted into table {table}: its key, or a value of a unique index, is taken.",
                    "Make keys and unique values that no other document has.", [.. StepFailure.Place(current ?? BsonValue.Null, field: null), ("reason", exception.Message)]),
                exception);
        }
    }
}
