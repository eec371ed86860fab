using LiteDB;
using TypedMigrations.LiteDb.CrashTests.Databases;
using TypedMigrations.Torture.Attempts;
using TypedMigrations.Torture.Children;
using TypedMigrations.Torture.Scenes;

namespace TypedMigrations.Torture.Rows.Hostile;

/// <summary>The header of LiteDB's file has no room for the name of another table, or just so.</summary>
internal sealed class TablesAreMany : Row
{
    public override string Name => "tables-are-many";

    public override string Tries => "as many tables as LiteDB's header takes, less a few: there is room for a migration's own, or it is refused";

    public override int Weight => 1;

    public override async Task TryAsync(Attempt attempt)
    {
        var scene = await Scene.OfAsync(new Scenario(Operation.Endure, 60, attempt.Pick(null, "correct horse")));
        using var bench = Bench.Of(scene);
        Fill(bench.Place, attempt.Random.Next(0, 8));
        var before = bench.Place.Read();

        var (ending, story) = await Server.RunAsync(bench, attempt.Timeout);
        Faults.Check(ending, "", story);
        var found = bench.Place.Read();
        if (ending != "done" && (found.DifferencesFrom(before).Count > 0 || Path.Exists(bench.Place.WorkFolder)))
            throw new LostException($"The run {ending}, but the database is another: {string.Join("; ", found.DifferencesFrom(before))}");
        if (ending == "done" && (before.Collections.Keys.Except(found.Collections.Keys).Any() || !found.Collections.ContainsKey("parts")))
            throw new LostException($"The run ended well, but tables are missing: {string.Join(", ", before.Collections.Keys.Except(found.Collections.Keys))}");
        attempt.Count(ending);
    }

    private static void Fill(Place place, int left)
    {
        using var database = new LiteDatabase(new ConnectionString { Filename = place.Database, Password = place.Password });
        var made = new Stack<string>();
        try
        {
            for (var number = 0; ; number++)
            {
                var name = $"other{number:D3}";
                database.GetCollection(name).Insert(new BsonDocument { ["_id"] = 1 });
                made.Push(name);
            }
        }
        catch (LiteException)
        {
            // There is no room for another name.
        }

        for (var dropped = 0; dropped < left; dropped++)
            database.DropCollection(made.Pop());
    }
}
