using LiteDB;
using LiteDB.Engine;
using TypedMigrations.LiteDb;

namespace TypedMigrations.Benchmarks.Documents;

/// <summary>One program of several that do the same work on the same file.</summary>
internal static class Contender
{
    public static async Task<int> RunAsync(string[] args)
    {
        var (what, scenario, file) = (args[0], args[1], args[2]);
        switch (what)
        {
            case "make": await MakeAsync(scenario, file, int.Parse(args[3])); break;
            case "migrate": await MigrateAsync(scenario, file); break;
            case "bound": Bound(file, file + ".new"); break;
            case "in-place": InPlace(file); break;
            case "loop": Loop(file, inTransaction: false); break;
            case "loop-transaction": Loop(file, inTransaction: true); break;
            case "read": Read(file); break;
            default: return 64;
        }
        var status = File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM", StringComparison.Ordinal));
        Console.WriteLine($"{status} gc {GC.CollectionCount(0)}/{GC.CollectionCount(1)}/{GC.CollectionCount(2)} pause {GC.GetTotalPauseDuration().TotalSeconds:F2} alloc {GC.GetTotalAllocatedBytes() >> 20} MB");
        return 0;
    }

    private static MigrationModule ModuleOf(string scenario) =>
        (MigrationModule)Activator.CreateInstance(typeof(Contender).Assembly.GetType($"{typeof(Contender).Namespace}.{scenario}.{scenario}Module", throwOnError: true)!)!;

    private static async Task MakeAsync(string scenario, string file, int count)
    {
        using (var store = new LiteDbStore($"Filename={file}"))
            await new Migrator([ModuleOf(scenario)], store).MigrateToAsync("20200101_People");
        using var engine = new LiteEngine(file);
        foreach (var batch in People.Documents(count).Chunk(50_000))
            engine.Insert(People.Table, batch, BsonAutoId.Int32);
        engine.Checkpoint();
    }

    private static async Task MigrateAsync(string scenario, string file)
    {
        using var database = await LiteDbMigrations.RunAsync($"Filename={file}", [ModuleOf(scenario)], new MigrationOptions { }, new Rooms());
    }

    private static void Bound(string file, string into)
    {
        using var source = new LiteEngine(file);
        using var target = new LiteEngine(into);
        target.Insert(People.Table, All(source), BsonAutoId.Int32);
        target.Checkpoint();
    }

    private static void InPlace(string file)
    {
        using var engine = new LiteEngine(file);
        engine.Update(People.Table, All(engine).Select(Rename));
        engine.Checkpoint();
    }

    private static void Loop(string file, bool inTransaction)
    {
        using var database = new LiteDatabase(file);
        var people = database.GetCollection(People.Table);
        if (inTransaction)
            database.BeginTrans();
        foreach (var person in inTransaction ? people.FindAll().ToList() : people.FindAll())
            people.Update(Rename(person));
        if (inTransaction)
            database.Commit();
    }

    private static void Read(string file)
    {
        using var engine = new LiteEngine(file);
        Console.WriteLine(All(engine).LongCount());
    }

    private static BsonDocument Rename(BsonDocument person)
    {
        person["remark"] = person["note"];
        person.Remove("note");
        return person;
    }

    private static IEnumerable<BsonDocument> All(LiteEngine engine)
    {
        using var reader = engine.Query(People.Table, new Query());
        while (reader.Read())
            yield return reader.Current.AsDocument;
    }
}

internal sealed class Rooms : IMigrationObserver
{
    private readonly System.Diagnostics.Stopwatch _watch = System.Diagnostics.Stopwatch.StartNew();

    public void Observe(MigrationEvent happened)
    {
        if (happened is not (MigrationEvent.Progress or MigrationEvent.Copying or MigrationEvent.Verifying))
            Console.WriteLine($"{_watch.Elapsed.TotalSeconds,7:F2} {happened.GetType().Name}");
    }
}
