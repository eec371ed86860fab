using TypedMigrations.Torture.Attempts;
using TypedMigrations.Torture.Children;
using TypedMigrations.Torture.Rows.Killing;

namespace TypedMigrations.Torture.Rows.Hostile;

/// <summary>Somebody cancels, wherever the run happens to be.</summary>
internal sealed class RunIsCancelled : Row
{
    public override string Name => "run-is-cancelled";

    public override string Tries => "cancellation within a second of any event of every operation";

    public override int Weight => 1;

    public override async Task TryAsync(Attempt attempt)
    {
        var scene = await attempt.SceneAsync(KilledAtAnEvent.Operations);
        using var bench = Bench.Of(scene);
        await using var child = Child.Start(Child.Arguments(bench) with { CancelAt = attempt.Random.Next(1, Math.Max(scene.Events, 1) + 1) });
        var ending = await child.EndAsync(attempt.Timeout);
        var found = bench.Find();
        Faults.Check(ending, found, child.Story);
        if (ending == "cancelled" && found == "after")
            throw new LostException($"The run was cancelled, and the database is as after.\n{child.Story}");
        await bench.FinishAsync(found, attempt.Timeout);
        attempt.Count($"{ending}: {found}");
    }
}
