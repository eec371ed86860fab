using LiteDB;
using TypedMigrations.LiteDb.Tests.Opening;

namespace TypedMigrations.LiteDb.Tests.Verifying;

/// <summary>A test that puts documents into a file with LiteDB alone, and reads its real schema.</summary>
public abstract class RealSchemaTest : LiteDbTest
{
    protected async Task<SchemaReport> Read(string more = "", params MigrationModule[] modules)
    {
        using var store = new LiteDbStore(Database.Connection + more);
        return await new Migrator(modules, store, Options()).ReadSchemaAsync();
    }

    protected void Put(string table, params BsonDocument[] documents)
    {
        using var database = OpenWithLiteDb();
        database.GetCollection(table).Insert(documents);
    }

    /// <summary>Puts documents with the keys 1, 2, 3….</summary>
    protected void PutNumbered(string table, params BsonDocument[] documents)
    {
        for (var i = 0; i < documents.Length; i++)
            documents[i]["_id"] = i + 1;
        Put(table, documents);
    }

    protected static BsonArray ArrayOf(params BsonValue[] values) => new(values);

    protected static string Lines(string text) => text.ReplaceLineEndings("\n");
}
