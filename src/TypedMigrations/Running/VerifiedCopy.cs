using TypedMigrations.Planning;
using TypedMigrations.Storing;

namespace TypedMigrations.Running;

/// <summary>A migrated copy that matches the constants. Only such a copy can be swapped in.</summary>
internal sealed class VerifiedCopy
{
    private readonly IDatabaseCopy _copy;
    private readonly MigrationPlan _plan;
    private readonly IReadOnlyList<MigrationResult> _results;
    private readonly IReadOnlyList<string> _notes;

    internal VerifiedCopy(IDatabaseCopy copy, MigrationPlan plan, IReadOnlyList<MigrationResult> results, IReadOnlyList<string> notes)
    {
        _copy = copy;
        _plan = plan;
        _results = results;
        _notes = notes;
    }

    /// <summary>Puts the copy into the place of the database, and lets the application in.</summary>
    public MigrationReport SwapIn(IDatabaseSession database, RunContext run, long started)
    {
        // Up to here a run can be cancelled; from here on it is finished.
        run.Cancellation.ThrowIfCancellationRequested();
        var swap = _copy.SwapIn();
        database.LetApplicationIn();
        run.Tell(new MigrationEvent.SwappedIn(run.Store.Database, swap.Backup));
        foreach (var warning in swap.Warnings)
            run.Tell(new MigrationEvent.Warned(warning));
        return Report(run, swap, started);
    }

    /// <summary>Reports what would happen, and leaves the database as it is.</summary>
    public MigrationReport Rehearsed(RunContext run, long started) => Report(run, swap: null, started);

    private MigrationReport Report(RunContext run, SwapResult? swap, long started) =>
        new(run.Store.Database, _plan, _results, _notes, swap, run.Time.GetElapsedTime(started));
}
