using TypedMigrations.Running;

namespace TypedMigrations.Dumping;

/// <summary>Counts the documents of a table that is under way, tells of them now and then, and notices a cancellation.</summary>
internal sealed class TableWork(string table, long total, RunContext run)
{
    private const int StepsTold = 5_000;

    public long Documents { get; private set; }

    public void Step()
    {
        if (++Documents % StepsTold == 0)
            Tell();
    }

    /// <returns>How many documents there were.</returns>
    public long End()
    {
        if (Documents == 0 || Documents % StepsTold != 0)
            Tell();
        return Documents;
    }

    private void Tell()
    {
        run.Tell(new MigrationEvent.TableProgress(table, Documents, total));
        run.Cancellation.ThrowIfCancellationRequested();
    }
}
