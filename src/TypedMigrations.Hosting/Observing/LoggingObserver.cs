using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TypedMigrations.Planning;

namespace TypedMigrations.Hosting;

/// <summary>Writes what happens during a run to the log.</summary>
/// <remarks>It is in the container, so that the store finds it for what it warns of after the run.</remarks>
internal sealed class LoggingObserver(ILoggerFactory? loggers = null) : IMigrationObserver
{
    private readonly ILogger _log = (loggers ?? NullLoggerFactory.Instance).CreateLogger(Log.Category);

    public void Observe(MigrationEvent happened)
    {
        switch (happened)
        {
            case MigrationEvent.WaitingForLock waiting:
                Log.WaitingForLock(_log, waiting.Database, waiting.Holder, waiting.Waited.TotalSeconds);
                break;
            case MigrationEvent.Planned planned:
                LogPlan(planned.Database, planned.Plan);
                break;
            case MigrationEvent.Copied copied:
                Log.Copied(_log, copied.Database);
                break;
            case MigrationEvent.Adopted adopted:
                Log.Adopted(_log, adopted.Module, adopted.LastId.Text);
                break;
            case MigrationEvent.Migrating migrating:
                Log.Migrating(_log, migrating.Id.Text, migrating.Id.Module);
                break;
            case MigrationEvent.Progress progress:
                Log.Progress(_log, progress.Id.Text, progress.Id.Module, progress.Table, progress.Documents);
                break;
            case MigrationEvent.Migrated migrated:
                Log.Migrated(_log, migrated.Id.Text, migrated.Id.Module, migrated.Duration.TotalSeconds);
                break;
            case MigrationEvent.Reverting reverting:
                Log.Reverting(_log, reverting.Id.Text, reverting.Id.Module);
                break;
            case MigrationEvent.Reverted reverted:
                Log.Reverted(_log, reverted.Id.Text, reverted.Id.Module, reverted.Duration.TotalSeconds);
                break;
            case MigrationEvent.Restored restored:
                Log.Restored(_log, restored.Database, restored.From, restored.Backup ?? "none, for there was no database before");
                break;
            case MigrationEvent.Verified verified:
                LogVerified(verified);
                break;
            case MigrationEvent.SwappedIn swapped:
                Log.SwappedIn(_log, swapped.Database, swapped.Backup ?? "none, for there was no database before");
                break;
            case MigrationEvent.Warned warned:
                Log.Warned(_log, warned.Warning);
                break;
            case MigrationEvent.Failed:
                // The run's caller logs it: what fails before the database is open comes as no event.
                break;
        }
    }

    private void LogPlan(string database, MigrationPlan plan)
    {
        if (plan.HasProblems)
            Log.PlanRefused(_log, database, plan.Problems.Count, string.Join(", ", plan.Problems.Select(problem => problem.Code).Distinct()));
        else if (plan.IsUpToDate)
            Log.UpToDate(_log, database);
        else
            Log.Planned(_log, database, plan.Adopted.Count, plan.Pending.Count);
        if (!plan.HasProblems && plan.Reverted.Count > 0)
            Log.PlannedBack(_log, database, plan.Reverted.Count);
    }

    // Its notes hold those of the adoption too.
    private void LogVerified(MigrationEvent.Verified verified)
    {
        Log.Verified(_log);
        foreach (var note in verified.Notes)
            Log.Noted(_log, note);
    }
}
