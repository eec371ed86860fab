using Microsoft.Extensions.Logging;
using TypedMigrations.Planning;

namespace TypedMigrations.Hosting;

/// <summary>Writes what happens during a run to the log.</summary>
internal sealed class LoggingObserver(ILogger log) : IMigrationObserver
{
    public void Observe(MigrationEvent happened)
    {
        switch (happened)
        {
            case MigrationEvent.WaitingForLock waiting:
                Log.WaitingForLock(log, waiting.Database, waiting.Holder, waiting.Waited.TotalSeconds);
                break;
            case MigrationEvent.Planned planned:
                LogPlan(planned.Database, planned.Plan);
                break;
            case MigrationEvent.Copied copied:
                Log.Copied(log, copied.Database);
                break;
            case MigrationEvent.Adopted adopted:
                Log.Adopted(log, adopted.Module, adopted.LastId.Text);
                break;
            case MigrationEvent.Migrating migrating:
                Log.Migrating(log, migrating.Id.Text, migrating.Id.Module);
                break;
            case MigrationEvent.Progress progress:
                Log.Progress(log, progress.Id.Text, progress.Id.Module, progress.Table, progress.Documents);
                break;
            case MigrationEvent.Migrated migrated:
                Log.Migrated(log, migrated.Id.Text, migrated.Id.Module, migrated.Duration.TotalSeconds);
                break;
            case MigrationEvent.Verified verified:
                LogVerified(verified);
                break;
            case MigrationEvent.SwappedIn swapped:
                Log.SwappedIn(log, swapped.Database, swapped.Backup ?? "none, for there was no database before");
                break;
            case MigrationEvent.Warned warned:
                Log.Warned(log, warned.Warning);
                break;
            case MigrationEvent.Failed:
                // The run's caller logs it: what fails before the database is open comes as no event.
                break;
        }
    }

    private void LogPlan(string database, MigrationPlan plan)
    {
        if (plan.HasProblems)
            Log.PlanRefused(log, database, plan.Problems.Count, string.Join(", ", plan.Problems.Select(problem => problem.Code).Distinct()));
        else if (plan.IsUpToDate)
            Log.UpToDate(log, database);
        else
            Log.Planned(log, database, plan.Adopted.Count, plan.Pending.Count);
    }

    // Its notes hold those of the adoption too.
    private void LogVerified(MigrationEvent.Verified verified)
    {
        Log.Verified(log);
        foreach (var note in verified.Notes)
            Log.Noted(log, note);
    }
}
