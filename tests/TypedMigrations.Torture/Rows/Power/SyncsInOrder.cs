using TypedMigrations.Torture.Attempts;

namespace TypedMigrations.Torture.Rows.Power;

/// <summary>What relies on something being on the disk comes after the fsync of it.</summary>
internal sealed class SyncsInOrder : Row
{
    public override string Name => "syncs-in-order";

    public override string Tries => "the system calls of every operation: copy, intent, folder and backups are synced before what relies on them";

    public override string? NotPossibleHere => SystemCalls.NotPossibleHere;

    public override int Weight => 1;

    public override async Task TryAsync(Attempt attempt)
    {
        var run = await TracedRun.MakeAsync(attempt);
        var faults = new SyncOrder(run.Changes, run.Place).FindFaults();
        if (faults.Count > 0)
            throw new LostException($"{run.Scene.Scenario}: {string.Join("; ", faults)}");
        attempt.Count("in order");
    }
}
