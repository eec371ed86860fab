using TypedMigrations.Torture.Attempts;
using TypedMigrations.Torture.Scenes;

namespace TypedMigrations.Torture.Rows.Power;

/// <summary>The power is cut at many instants of one run, and the disk has everything that was synced, and of the rest what chance lets there be.</summary>
internal sealed class PowerIsCut : Row
{
    private const int LastChanges = 60;

    public override string Name => "power-is-cut";

    public override string Tries => "a simulated disk that loses or reorders whatever was not synced, at a random instant; each attempt is one traced run, each outcome one state of the disk";

    public override string? NotPossibleHere => SystemCalls.NotPossibleHere;

    public override int Weight => 5;

    public override async Task TryAsync(Attempt attempt)
    {
        var run = await TracedRun.MakeAsync(attempt);
        var disk = new SimulatedDisk(run.Place.Folder, run.Scene.Template.Folder, run.Changes);
        for (var state = 0; state < (attempt.IsQuick ? 8 : 40); state++)
        {
            var end = run.Changes.Count;
            // The swap is at the end, so half of the instants are; one is the end itself.
            var count = state == 0 ? end : state % 2 == 0 ? attempt.Random.Next(0, end + 1) : attempt.Random.Next(Math.Max(0, end - LastChanges), end + 1);
            attempt.Count(await CutAsync(attempt, run, disk, count));
        }
    }

    private static async Task<string> CutAsync(Attempt attempt, TracedRun run, SimulatedDisk disk, int count)
    {
        using var timeout = new CancellationTokenSource(Running.Torture.Watchdog);
        var folder = Ground.NewPath("cut");
        disk.Write(count, attempt.Random, folder);
        try
        {
            var found = await Bench.At(run.Scene, folder).CheckAsync(timeout.Token);
            if (count == run.Changes.Count && found != "after" && run.Scene.Scenario.Operation != Operation.BackUp)
                throw new LostException("The run had ended well, and after the cut the database is as before.");
            return found;
        }
        catch (LostException exception)
        {
            var last = run.Changes.Take(count).TakeLast(8).Select(change => $"{change.Call} {Path.GetFileName(change.Path)} {Path.GetFileName(change.To)} {change.Offset}");
            throw new LostException($"Cut after change {count} of {run.Changes.Count}: {string.Join(", ", last)}\n{exception.Message}");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
