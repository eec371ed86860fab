using TypedMigrations.Storing;

namespace TypedMigrations.Running;

/// <summary>Tells and keeps what goes wrong before the swap. Whatever it is leaves the database as it was: the message says so, and the audit trail will.</summary>
internal sealed class RunFailures(RunContext run)
{
    private string Unchanged => $"{run.Store.Database} was not changed.";

    /// <summary>Does a part of a run. What fails is kept for the audit trail, unless it was a rehearsal.</summary>
    public T Keep<T>(IDatabaseSession database, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (OperationCanceledException exception)
        {
            run.Tell(new MigrationEvent.Failed(run.Store.Database, exception));
            if (!run.IsRehearsal)
                database.KeepForAudit(AuditKind.Failed, "database", "cancelled", run.Time.GetUtcNow());
            throw new OperationCanceledException($"The migration was cancelled. {Unchanged}", exception, run.Cancellation);
        }
        catch (Exception exception)
        {
            var told = Told(exception);
            throw run.IsRehearsal ? told : Kept(told, database);
        }
    }

    /// <summary>Does what is refused where it fails. It writes nothing at all, not even for the audit trail: no run began.</summary>
    public T Refuse<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw Told(exception);
        }
    }

    private MigrationException Told(Exception exception)
    {
        var told = (exception as MigrationException ?? Unexpected(exception)).WithDatabaseState(Unchanged);
        run.Tell(new MigrationEvent.Failed(run.Store.Database, told));
        return told;
    }

    /// <summary>Keeps a failure for the audit trail. Where that fails too, both are reported.</summary>
    private MigrationException Kept(MigrationException told, IDatabaseSession database)
    {
        try
        {
            database.KeepForAudit(AuditKind.Failed, "database", $"{told.Code}: {told.Problems[0].What}", run.Time.GetUtcNow());
            return told;
        }
        catch (Exception exception)
        {
            var second = new Problem(ErrorCode.StoreFailed, "The failure could not be kept for the audit trail.", "Remove the reason; the next run needs to write there too.", ReasonOf(exception));
            return new MigrationException([.. told.Problems, second], told.DatabaseState, told.InnerException ?? exception);
        }
    }

    private static MigrationException Unexpected(Exception exception) => new(
        new Problem(ErrorCode.StoreFailed, "The run failed in a way that nobody foresaw.", "Remove the reason and start again. If it is a fault of this library, please report it with the whole exception.", ReasonOf(exception)),
        exception);

    private static (string Label, string Value) ReasonOf(Exception exception) => ("reason", $"{exception.GetType().Name}: {exception.Message}");
}
