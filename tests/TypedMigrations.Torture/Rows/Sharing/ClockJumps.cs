using TypedMigrations.LiteDb.CrashTests.Databases;
using TypedMigrations.Torture.Attempts;
using TypedMigrations.Torture.Children;
using TypedMigrations.Torture.Scenes;

namespace TypedMigrations.Torture.Rows.Sharing;

/// <summary>The clock is wrong, and wrong in another way each time somebody asks.</summary>
internal sealed class ClockJumps : Row
{
    public override string Name => "clock-jumps";

    public override string Tries => "a clock that jumps back and forth, by milliseconds to decades, within a run; backups that seem to be of the future or the past";

    public override int Weight => 1;

    public override async Task TryAsync(Attempt attempt)
    {
        var scene = await attempt.SceneAsync(Operation.Migrate, Operation.TakeBack, Operation.Restore, Operation.Seed, Operation.Make, Operation.BackUp);
        using var bench = Bench.Of(scene, isShared: attempt.Random.Next(2) == 0);
        // Without its log, the file alone is not the database.
        if (scene.Before is not null && !scene.Scenario.LeavesLog)
            PutOldBackups(attempt, bench.Place);
        var (ending, story) = await Server.RunAsync(Child.Arguments(bench) with { Clock = attempt.Random.Next() }, attempt.Timeout);
        if (ending != "done")
            throw new LostException($"The run {ending}.\n{story}");

        // The last by name is the newest, whatever its time is: who goes back goes there.
        if (scene.Before is not null && DatabaseFacts.Read(bench.Place.Backups[^1], scene.Template.Password).DifferencesFrom(scene.Before) is { Count: > 0 } differences)
            throw new LostException($"The newest backup is not the database as it was: {string.Join("; ", differences)}");
        attempt.Count($"{ending}: {await bench.CheckAsync(attempt.Timeout)}");
    }

    private static void PutOldBackups(Attempt attempt, Place place)
    {
        Directory.CreateDirectory(place.BackupFolder);
        foreach (var year in new[] { 1999, 2026, 2099, 2999 }.Where(_ => attempt.Random.Next(2) == 0))
            File.Copy(place.Database, Path.Combine(place.BackupFolder, $"{year}1231T235959999Z.db"));
    }
}
