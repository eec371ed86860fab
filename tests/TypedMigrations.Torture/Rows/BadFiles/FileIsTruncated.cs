using TypedMigrations.Torture.Attempts;
using TypedMigrations.Torture.Children;
using TypedMigrations.Torture.Scenes;

namespace TypedMigrations.Torture.Rows.BadFiles;

/// <summary>The file ends too early.</summary>
internal sealed class FileIsTruncated : Row
{
    private const int Step = 4096;

    public override string Name => "file-is-truncated";

    public override string Tries => "a file cut at each multiple of 4 KiB in turn: refused and not touched, or as after where what was cut was not in use";

    public override async Task TryAsync(Attempt attempt)
    {
        var scene = await Scene.OfAsync(new Scenario(Operation.Migrate, attempt.Pick(60, 300), attempt.Pick(null, "correct horse")));
        using var bench = Bench.Of(scene);
        var length = Step * (attempt.Seed % ((scene.Length - 1) / Step));
        using (var file = File.OpenWrite(bench.Place.Database))
            file.SetLength(length);
        var bytes = File.ReadAllBytes(bench.Place.Database);

        var (ending, story) = await Server.RunAsync(bench, attempt.Timeout);
        if (ending == "done")
        {
            attempt.Count($"done: {await bench.CheckAsync(attempt.Timeout)}");
            return;
        }

        Faults.Check(ending, "before", story);
        Damage.IsUntouched(bench, bytes, story);
        attempt.Count(ending);
    }
}
