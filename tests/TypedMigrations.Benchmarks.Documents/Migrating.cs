using LiteDB;
using LiteDB.Engine;
using TypedMigrations.Benchmarks.Documents.Seeded;
using TypedMigrations.Benchmarks.Documents.Seeded.M20200101_People;
using TypedMigrations.LiteDb;

namespace TypedMigrations.Benchmarks.Documents;

/// <summary>What the library does, with its copy, its verification and its swap.</summary>
internal static class Migrating
{
    private const string First = "20200101_People";

    /// <summary>Makes a database at the first migration of a module, with documents.</summary>
    public static async Task MakeAsync(string module, string file, int count)
    {
        using (var store = new LiteDbStore($"Filename={file}"))
            await new Migrator([ModuleOf(module)], store).MigrateToAsync(First);
        using var engine = new LiteEngine(file);
        foreach (var batch in People.Documents(count).Chunk(50_000))
            engine.Insert(People.Table, batch, BsonAutoId.Int32);
        engine.Checkpoint();
    }

    public static async Task MigrateAsync(string module, string file)
    {
        var rooms = new Rooms();
        using var database = await LiteDbMigrations.RunAsync($"Filename={file}", [ModuleOf(module)], observer: rooms);
        if (database.Report.WasUpToDate)
            throw new InvalidOperationException("Nothing was pending.");
        rooms.Print();
    }

    public static async Task SeedAsync(string file, int count)
    {
        BootstrapData.Count = count;
        var rooms = new Rooms();
        using var database = await LiteDbMigrations.RunAsync($"Filename={file}", [new SeededModule()], observer: rooms);
        if (database.Report.Results.SelectMany(result => result.Tables).Sum(table => table.Written) != count)
            throw new InvalidOperationException("Records are missing.");
        rooms.Print();
    }

    private static MigrationModule ModuleOf(string module) =>
        (MigrationModule)Activator.CreateInstance(typeof(Migrating).Assembly.GetType($"{typeof(Migrating).Namespace}.{module}.{module}Module", throwOnError: true)!)!;
}
