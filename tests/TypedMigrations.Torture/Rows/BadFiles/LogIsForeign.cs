using TypedMigrations.Torture.Attempts;
using TypedMigrations.Torture.Children;
using TypedMigrations.Torture.Scenes;

namespace TypedMigrations.Torture.Rows.BadFiles;

/// <summary>A log lies beside the database that was not written with it.</summary>
internal sealed class LogIsForeign : Row
{
    public override string Name => "log-is-foreign";

    public override string Tries => "a log of another database, a torn or encrypted one, noise, nothing, a folder: refused and neither touched, or of no effect";

    public override int Weight => 1;

    public override async Task TryAsync(Attempt attempt)
    {
        var scene = await Scene.OfAsync(new Scenario(Operation.Migrate, 300, attempt.Pick(null, "correct horse")));
        var other = await Scene.OfAsync(new Scenario(Operation.Migrate, attempt.Pick(60, 3_000), attempt.Pick(null, "correct horse"), LeavesLog: true));
        using var bench = Bench.Of(scene);
        var bytes = File.ReadAllBytes(bench.Place.Database);
        var log = Log(attempt, other);
        if (log is null)
            Directory.CreateDirectory(bench.Place.Log);
        else
            File.WriteAllBytes(bench.Place.Log, log);

        var (ending, story) = await Server.RunAsync(bench, attempt.Timeout);
        if (ending == "done")
        {
            if (log is null)
                Directory.Delete(bench.Place.Log);
            attempt.Count($"of no effect: {await bench.CheckAsync(attempt.Timeout)}");
            return;
        }

        Faults.Check(ending, "before", story);
        Damage.IsUntouched(bench, bytes, story);
        if (log is not null && !File.ReadAllBytes(bench.Place.Log).AsSpan().SequenceEqual(log))
            throw new LostException($"The run was refused, but the log is another.\n{story}");
        attempt.Count(ending);
    }

    private static byte[]? Log(Attempt attempt, Scene other)
    {
        var log = File.ReadAllBytes(other.Template.Log);
        switch (attempt.Random.Next(6))
        {
            case 0:
                return log;
            case 1:
                return log[..attempt.Random.Next(log.Length)];
            case 2:
                attempt.Random.NextBytes(log);
                return log;
            case 3:
                return new byte[attempt.Random.Next(3) * 8192];
            case 4:
                return File.ReadAllBytes(other.Template.Database);
            default:
                return null;
        }
    }
}
