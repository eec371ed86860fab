using LiteDB;
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
            Change(database);
        }
        catch (Exception exception) when (exception is not (MigrationException or OperationCanceledException or LiteException or IOException))
        {
            throw new MigrationException(
                new Problem(ErrorCode.StepThrew, $"The step '{Words}' threw.", "Correct the function.", ("threw", $"{exception.GetType().Name}: {exception.Message}")), exception);
        }
    }
}
