using LiteDB;
using TypedMigrations.LiteDb.Files;

namespace TypedMigrations.LiteDb.Crash;

/// <summary>Writes with LiteDB alone and then waits to be killed, with committed and open transactions in the log.</summary>
internal static class LiteDbWriter
{
    public static void Run(string path, string? password)
    {
        using var database = new LiteDatabase(new ConnectionString { Filename = path, Password = password });
        database.CheckpointSize = 0;
        var rows = database.GetCollection("rows");
        rows.EnsureIndex("Text");
        rows.Insert(Documents(1, 500));
        database.Checkpoint();
        rows.Insert(Documents(501, 500));
        WrittenLog.Await(database, DatabaseFile.At(path).LogPath, password is not null);

        database.BeginTrans();
        rows.Insert(Documents(1001, 2000));
        Console.WriteLine("ready");
        Console.In.ReadToEnd();
    }

    private static IEnumerable<BsonDocument> Documents(int first, int count) =>
        Enumerable.Range(first, count).Select(id => new BsonDocument { ["_id"] = id, ["Text"] = $"{id} {new string('x', 300)}" });
}
