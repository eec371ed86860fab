using LiteDB;
using LiteDB.Engine;
using TypedMigrations.LiteDb.Transforming;

namespace TypedMigrations.LiteDb.Copying;

/// <summary>Inserts documents, and says which one cannot be.</summary>
internal static class Inserting
{
    /// <summary>Inserts documents in one transaction.</summary>
    /// <returns>How many they were.</returns>
    public static int All(LiteEngine engine, string table, IEnumerable<BsonDocument> documents, string source, string? remedy = null)
    {
        BsonValue? current = null;
        try
        {
            return engine.Insert(table, documents.Select(document =>
            {
                current = document["_id"];
                return document;
            }), BsonAutoId.ObjectId);
        }
        catch (LiteException exception) when (exception.ErrorCode == LiteException.INDEX_DUPLICATE_KEY)
        {
            throw Taken(table, source, current ?? BsonValue.Null, remedy, exception);
        }
    }

    /// <summary>Writes changed documents back, and says which index stands in the way: one that the constants do not declare, for declared ones are dropped before.</summary>
    /// <returns>How many they were.</returns>
    public static int Update(LiteEngine engine, string table, IEnumerable<BsonDocument> documents)
    {
        var given = 0;
        try
        {
            var updated = engine.Update(table, documents.Select(document =>
            {
                given++;
                return document;
            }));
            return updated == given ? given : throw new IOException($"LiteDB updated {updated:N0} of {given:N0} documents of {table}.");
        }
        catch (LiteException exception) when (exception.ErrorCode == LiteException.INDEX_DUPLICATE_KEY)
        {
            var index = IndexOf(exception);
            var on = TableReader.Indexes(engine)[table].FirstOrDefault(found => found.Name == index)?.Expression ?? "";
            throw new MigrationException(
                new Problem(ErrorCode.KeyTaken, $"The documents of table {table} cannot be changed: several would share a value of its unique index {index}.",
                    $"If no constant declares the index, declare it in those of the migration before, with Table.UniqueExpressionIndex(\"{index}\", \"{on}\"): a migration drops and changes what is declared.",
                    ("index", $"{index} on {on}")), exception);
        }
    }

    private static string IndexOf(LiteException exception) => exception.Message.Split('\'') is [_, var quoted, ..] ? quoted : "_id";

    private static MigrationException Taken(string table, string source, BsonValue key, string? remedy, LiteException exception)
    {
        // LiteDB's own message names the index and then shows the value, which may be a secret.
        var index = IndexOf(exception);
        var (taken, nextStep) = index == "_id"
            ? ("its key is taken", "Make keys that no other document has.")
            : ($"a value of its unique index {index} is taken", "Make values of that index that no other document has.");
        return new MigrationException(
            new Problem(ErrorCode.KeyTaken, $"A document of {source} cannot be inserted into table {table}: {taken}.", remedy ?? nextStep, StepFailure.Place(key, field: null)), exception);
    }
}
