using TypedMigrations.Planning;
using TypedMigrations.Storing;

namespace TypedMigrations.Running;

/// <summary>A migrated copy that matches the constants. Only such a copy can be swapped in.</summary>
internal sealed class VerifiedCopy
{
    private readonly IDatabaseCopy _copy;
    private readonly MigrationPlan _plan;
    private readonly IReadOnlyList<MigrationResult> _reverted;
    private readonly IReadOnlyList<MigrationResult> _results;
    private readonly IReadOnlyList<string> _notes;

    internal VerifiedCopy(IDatabaseCopy copy, MigrationPlan plan, IReadOnlyList<MigrationResult> reverted, IReadOnlyList<MigrationResult> results, IReadOnlyList<string> notes)
    {
        _copy = copy;
        _plan = plan;
        _reverted = reverted;
        _results = results;
        _notes = notes;
    }

    /// <summary>The copy, for a rehearsal that lets others open it.</summary>
    public IDatabaseCopy Copy => _copy;

    /// <summary>Puts the copy into the place of the database.</summary>
    public SwapResult SwapIn(RunContext run)
    {
        // Up to here a run can be cancelled; from here on it is finished.
        run.Cancellation.ThrowIfCancellationRequested();
        return _copy.SwapIn();
    }

    /// <summary>Reports what was done; without a swap, what would happen.</summary>
    public MigrationReport Report(RunContext run, SwapResult? swap)
    {
        if (swap is not null)
            run.Tell(new MigrationEvent.SwappedIn(run.Store.Database, swap.Backup));
        run.TellWarnings(swap);
        return new MigrationReport(run.Store.Database, _plan, _results, _notes, swap, run.Elapsed, _reverted);
    }
}
