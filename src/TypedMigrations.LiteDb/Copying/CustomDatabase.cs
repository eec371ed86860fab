using LiteDB;
using TypedMigrations.LiteDb.Journaling;
using TypedMigrations.Planning;

namespace TypedMigrations.LiteDb.Copying;

/// <summary>A step that only LiteDB knows, on the copy as a whole.</summary>
internal interface ILiteDbStep
{
    /// <summary>Carries it out, when the documents have changed and before indexes are made.</summary>
    void Run(WorkingFile file);
}

/// <summary>The author's own code on the copy as a whole.</summary>
internal sealed record CustomDatabase(string Reason, Action<ILiteDatabase> Change) : StoreStep(Reason), ILiteDbStep
{
    public override string Words => $"custom: {Reason}";

    public void Run(WorkingFile file)
    {
        try
        {
            // Its own mapper: an application's settings must not reach a migration. The engine stays the run's.
            using var database = new LiteDatabase(file.Engine, new BsonMapper(), disposeOnClose: false);
            var journal = JournalOf(file);
            Change(database);
            if (database.Rollback())
                throw new InvalidOperationException("The code began a transaction and did not commit it.");
            if (JournalOf(file) != journal)
                throw new InvalidOperationException("The code changed the journal or the audit trail, which are the library's.");
        }
        catch (Exception exception) when (exception is not (MigrationException or OperationCanceledException) && exception.GetType() != typeof(IOException))
        {
            throw new MigrationException(
                new Problem(ErrorCode.StepThrew, $"The step '{Words}' threw.", "Correct the function.", ("threw", $"{exception.GetType().Name}: {exception.Message}")), exception);
        }

        // The page cache never shrinks while an engine is open, and nobody knows how much the code has read.
        file.Close();
    }

    private static (long Journal, long Audit) JournalOf(WorkingFile file) => (TableReader.Count(file.Engine, LiteDbJournal.Journal), TableReader.Count(file.Engine, LiteDbJournal.Audit));
}
