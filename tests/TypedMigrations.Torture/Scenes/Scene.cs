using System.Collections.Concurrent;
using LiteDB;
using TypedMigrations.LiteDb.CrashTests.Databases;
using TypedMigrations.Torture.Attempts;

namespace TypedMigrations.Torture.Scenes;

/// <summary>What an attempt works on.</summary>
/// <param name="Operation">What is done.</param>
/// <param name="Documents">How many documents the database has.</param>
/// <param name="Password">Its password; null for a plain file.</param>
/// <param name="LeavesLog">Whether the documents are still in LiteDB's log.</param>
internal sealed record Scenario(Operation Operation, int Documents, string? Password = null, bool LeavesLog = false);

/// <summary>A scenario made once: the files that an attempt begins with, and what the database holds before and after an operation that nobody disturbs.</summary>
internal sealed class Scene
{
    private static readonly ConcurrentDictionary<Scenario, Lazy<Task<Scene>>> Made = new();

    private Scene(Scenario scenario, Place template, DatabaseFacts? before, DatabaseFacts? after, int events)
    {
        Scenario = scenario;
        Template = template;
        Before = before;
        After = after;
        Events = events;
    }

    public Scenario Scenario { get; }

    /// <summary>The files before.</summary>
    public Place Template { get; }

    /// <summary>Null where there is no database.</summary>
    public DatabaseFacts? Before { get; }

    /// <summary>Null where there is none any more.</summary>
    public DatabaseFacts? After { get; }

    /// <summary>How many events an undisturbed operation tells.</summary>
    public int Events { get; }

    /// <summary>The bytes of the database before, or after where there was none.</summary>
    public long Length => new FileInfo(Template.Database) is { Exists: true } file ? file.Length : 200_000;

    public static Task<Scene> OfAsync(Scenario scenario) => Made.GetOrAdd(scenario, _ => new Lazy<Task<Scene>>(() => Task.Run(() => MakeAsync(scenario)))).Value;

    private static async Task<Scene> MakeAsync(Scenario scenario)
    {
        var template = new Place(Ground.NewFolder("scene"), scenario.Password);
        await PrepareAsync(scenario, template);
        var tried = new Place(Ground.NewFolder("undisturbed"), scenario.Password);
        template.CopyTo(tried.Folder);
        var counted = new CountedEvents();
        await Operating.RunAsync(scenario.Operation, tried, counted);
        var scene = new Scene(scenario, template, Facts(template), Facts(tried), counted.Count);
        Directory.Delete(tried.Folder, recursive: true);
        return scene;
    }

    private static DatabaseFacts? Facts(Place place) => File.Exists(place.Database) ? place.Read() : null;

    private static async Task PrepareAsync(Scenario scenario, Place place)
    {
        if (scenario.Operation == Operation.Make)
            return;

        if (scenario.Operation == Operation.Endure)
        {
            await OldThings.MakeAsync(place, scenario.Documents);
            return;
        }

        await OldDepot.MakeAsync(place, scenario.Documents, scenario.LeavesLog);
        if (scenario.Operation is Operation.TakeBack or Operation.Seed or Operation.Restore)
        {
            await Operating.RunAsync(Operation.Migrate, place);
            File.Move(place.Backups[0], place.Kept);
        }

        switch (scenario.Operation)
        {
            case Operation.Seed:
                LoseSeeds(place);
                break;
            case Operation.Load:
                await Operating.DumpAsync(place);
                foreach (var file in Directory.GetFiles(place.Folder, "depot*"))
                    File.Delete(file);
                break;
        }
    }

    private static void LoseSeeds(Place place)
    {
        using var database = new LiteDatabase(new ConnectionString { Filename = place.Database, Password = place.Password });
        database.GetCollection("regions").DeleteMany("$._id LIKE 'r2%'");
    }

    private sealed class CountedEvents : IMigrationObserver
    {
        public int Count { get; private set; }

        public void Observe(MigrationEvent happened) => Count++;
    }
}
