using System.Globalization;
using TypedMigrations.LiteDb.CrashTests.Databases;
using TypedMigrations.Torture.Attempts;
using TypedMigrations.Torture.Children;
using TypedMigrations.Torture.Scenes;

namespace TypedMigrations.Torture.Rows.BadFiles;

/// <summary>A program that uses LiteDB alone has the database, and knows of no migrations.</summary>
internal sealed class OthersHoldIt : Row
{
    private const int MostTries = 60;

    public override string Name => "others-hold-it";

    public override string Tries => "a LiteDB program that holds the file in direct mode, or writes to it in shared mode all the while: what it wrote is in the database, or in the backup that it was opening as it was swapped";

    public override async Task TryAsync(Attempt attempt)
    {
        var scene = await Scene.OfAsync(new Scenario(Operation.Migrate, attempt.Pick(60, 300), attempt.Pick(null, "correct horse")));
        using var bench = Bench.Of(scene, foreign: "foreign");
        var isHeld = attempt.Random.Next(3) == 0;
        await using var other = Child.Start(["litedb", isHeld ? "hold" : "write", bench.Place.Database, bench.Place.Password ?? "-"]);
        attempt.Count(isHeld ? await WhileHeldAsync(attempt, bench, other) : await WhileWrittenAsync(attempt, bench, other));
        await bench.CheckAsync(attempt.Timeout);
    }

    private static async Task<string> WhileHeldAsync(Attempt attempt, Bench bench, Child other)
    {
        await other.SaysAsync("holding", attempt.Timeout);
        var (ending, story) = await Server.RunAsync(bench, attempt.Timeout);
        if (ending != "refused TM3011")
            throw new LostException($"The run {ending} while another program has the file.\n{story}");
        other.EndInput();
        await other.EndAsync(attempt.Timeout);
        return $"held: {ending}";
    }

    private static async Task<string> WhileWrittenAsync(Attempt attempt, Bench bench, Child other)
    {
        await other.SaysAsync("wrote 1", attempt.Timeout);
        var (ending, tries) = ("", 0);
        for (; ending != "done" && tries < MostTries; tries++)
        {
            (ending, var story) = await Server.RunAsync(bench, attempt.Timeout);
            if (ending is not ("done" or "refused TM3011"))
                throw new LostException($"The run {ending} while another program writes.\n{story}\n{other.Story}");
        }

        other.Say("stop");
        await other.EndAsync(attempt.Timeout);
        var wrote = other.Output.Where(line => line.StartsWith("wrote ", StringComparison.Ordinal)).Select(line => int.Parse(line[6..], CultureInfo.InvariantCulture)).ToHashSet();
        var lost = wrote.Except(Written(bench.Place.Read())).ToList();
        var inBackup = bench.Place.Backups.SelectMany(backup => Written(DatabaseFacts.Read(backup, bench.Place.Password)));
        if (lost.Except(inBackup).Any())
            throw new LostException($"Of {wrote.Count} documents that another program wrote, {lost.Count} are gone: {string.Join(", ", lost.Take(20))}\n{other.Story}");
        // Between its opening the file and its locking it the file was swapped, and the lock let go: what it has locked then is the backup.
        if (lost.Count > 0)
            return "written meanwhile: migrated, and the other program wrote into the backup that it was opening";
        return $"written meanwhile: {(ending == "done" ? "migrated" : "never let in")}";
    }

    private static IEnumerable<int> Written(DatabaseFacts facts) => facts.Collections["foreign"].Values.Select(document => document["_id"].AsInt32);
}
