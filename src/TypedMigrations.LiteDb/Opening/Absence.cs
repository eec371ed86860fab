using LiteDB;
using LiteDB.Engine;
using TypedMigrations.LiteDb.Copying;
using TypedMigrations.LiteDb.Testing;
using TypedMigrations.Storing;

namespace TypedMigrations.LiteDb.Opening;

/// <summary>Looks for documents by their keys, and makes databases in which the same keys are equal.</summary>
internal static class Absence
{
    public static IReadOnlyList<StoredDocument> Find(ILiteEngine engine, string table, IReadOnlyList<StoredDocument> documents, CancellationToken cancellation)
    {
        var absent = new List<StoredDocument>();
        foreach (var document in documents)
        {
            cancellation.ThrowIfCancellationRequested();
            if (TableReader.TryFind(engine, table, StoredValue.KeyOf(document)) is null)
                absent.Add(document);
        }

        return absent;
    }

    public static ITestDatabase MakeEmpty(ILiteEngine engine) =>
        new LiteDbTestDatabases($"Collation={engine.Pragma("COLLATION").AsString}").Create(TestDatabasePlace.Memory);
}
