using TypedMigrations.Torture.Attempts;
using TypedMigrations.Torture.Children;
using TypedMigrations.Torture.Rows.Killing;
using TypedMigrations.Torture.Scenes;

namespace TypedMigrations.Torture.Rows.Power;

/// <summary>A run whose changes of the disk were written down.</summary>
internal sealed record TracedRun(Scene Scene, Place Place, IReadOnlyList<DiskChange> Changes)
{
    public static async Task<TracedRun> MakeAsync(Attempt attempt)
    {
        // Small ones: each written byte takes four of the trace.
        var operation = attempt.Pick(KilledAtAnEvent.Operations);
        var leavesLog = operation is Operation.Migrate or Operation.BackUp or Operation.Drop && attempt.Random.Next(2) == 0;
        var scene = await Scene.OfAsync(new Scenario(operation, attempt.Pick(60, 300), attempt.Pick(null, "correct horse"), leavesLog));
        using var bench = Bench.Of(scene);
        var trace = Ground.NewPath("trace");
        await using var child = Child.Start(bench, SystemCalls.Record(trace));
        if (await child.EndAsync(attempt.Timeout) is var ending && ending != "done")
            throw new LostException($"The traced run {ending}.\n{child.Story}");

        var files = Directory.EnumerateFiles(scene.Template.Folder, "*", SearchOption.AllDirectories).Select(path => Path.Combine(bench.Place.Folder, Path.GetRelativePath(scene.Template.Folder, path)));
        var changes = Trace.Read(trace, bench.Place.Folder, files);
        File.Delete(trace);
        return new TracedRun(scene, bench.Place, changes);
    }
}
