using LiteDB;
using TypedMigrations.LiteDb.Crash;
using TypedMigrations.LiteDb.Files;

namespace TypedMigrations.LiteDb.Tests.Files;

/// <summary>Databases as LiteDB itself makes them.</summary>
internal static class Shop
{
    /// <summary>A closed database, its log settled.</summary>
    public static void Make(string path, int documents = 200, string? password = null)
    {
        using var database = Open(path, password);
        Fill(database, 1, documents);
    }

    /// <summary>A database as a kill leaves it: data file and a log that was not settled.</summary>
    /// <param name="path">Where.</param>
    /// <param name="settled">Documents in the data file.</param>
    /// <param name="logged">Committed documents in the log.</param>
    /// <param name="password">Its password.</param>
    public static void MakeKilled(string path, int settled, int logged, string? password = null)
    {
        var folder = Directory.CreateTempSubdirectory("typed-migrations-").FullName;
        try
        {
            var open = Path.Combine(folder, Path.GetFileName(path));
            using var database = Open(open, password);
            database.CheckpointSize = 0;
            if (settled > 0)
                Fill(database, 1, settled);

            database.Checkpoint();
            Fill(database, settled + 1, logged);
            CopyOf(database, open, path, password);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Copies data and log of an open database: what a kill at this instant would leave.</summary>
    public static void CopyOf(LiteDatabase database, string open, string to, string? password = null)
    {
        WrittenLog.Await(database, LogOf(open), password is not null);
        File.Copy(open, to, overwrite: true);
        if (File.Exists(LogOf(open)))
            File.Copy(LogOf(open), LogOf(to), overwrite: true);
    }

    public static LiteDatabase Open(string path, string? password = null) => new(new ConnectionString { Filename = path, Password = password });

    public static void Fill(LiteDatabase database, int first, int count)
    {
        var rows = database.GetCollection("rows");
        rows.EnsureIndex("Text");
        rows.Insert(Documents(first, count));
    }

    public static IEnumerable<BsonDocument> Documents(int first, int count) =>
        Enumerable.Range(first, count).Select(id => new BsonDocument { ["_id"] = id, ["Text"] = $"{id} {new string('x', 300)}" });

    /// <summary>How many documents LiteDB finds, reading each.</summary>
    public static int Count(string path, string? password = null)
    {
        using var database = Open(path, password);
        return database.GetCollection("rows").FindAll().Count(document => document["Text"].AsString.Length > 300);
    }

    public static string LogOf(string path) => DatabaseFile.At(path).LogPath;
}
