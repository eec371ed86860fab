namespace TypedMigrations.Hosting;

/// <summary>How far the host is with migrating, for whoever asks without touching the database.</summary>
internal abstract record RunState
{
    private RunState()
    {
    }

    public sealed record NotStarted : RunState;

    public sealed record Migrating : RunState;

    public sealed record Migrated(MigrationReport Report) : RunState;

    public sealed record Failed(Exception Reason) : RunState;
}
