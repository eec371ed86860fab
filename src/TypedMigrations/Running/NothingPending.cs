using TypedMigrations.Discovering;
using TypedMigrations.Planning;

namespace TypedMigrations.Running;

/// <summary>The question that stands before the rooms of a run: is the database where this program would leave it?</summary>
/// <remarks>
/// Nearly every start of an application asks it, and most of what a run costs then is compiling code that has nothing to do. So it is answered from one attribute of
/// each module's assembly and one document of the journal, on the caller's thread. Any other answer than a plain yes is the rooms' to give.
/// </remarks>
internal static class NothingPending
{
    /// <summary>The report of a run with nothing to do, or null where the rooms have to find out.</summary>
    public static MigrationReport? TryReport(IReadOnlyList<MigrationModule> modules, RunContext run)
    {
        // A target and a step limit can be wrong where nothing is pending, too: the plan says so.
        if (run.Options.Target is not null || run.Options.StepLimit is not null || run.Cancellation.IsCancellationRequested)
            return null;
        if (ProgramDigest.TryRead(modules) is not { } program || run.Store.TryLetIn(program) is not { } readState)
            return null;

        if (Telemetry.MayBeHeard())
            Telemetry.TellRun(run.Store.Database, DateTimeOffset.UtcNow - run.Elapsed);
        var plan = MigrationPlan.UpToDate(readState);
        run.Tell(new MigrationEvent.Planned(run.Store.Database, plan));
        return new MigrationReport(run.Store.Database, plan, [], [], swap: null, run.Elapsed);
    }
}
