using LiteDB;
using TypedMigrations.LiteDb;

namespace TypedMigrations;

/// <summary>A LiteDB file that is up to date and belongs to this process until it is disposed.</summary>
public sealed class MigratedLiteDatabase : IAsyncDisposable, IDisposable
{
    private readonly LiteDbStore _store;

    internal MigratedLiteDatabase(LiteDbStore store, MigrationReport report)
    {
        _store = store;
        Report = report;
    }

    /// <summary>What the run did.</summary>
    public MigrationReport Report { get; }

    /// <summary>The database, opened on its first use.</summary>
    public LiteDatabase Database => _store.Application;

    /// <summary>Closes the database and lets other processes in.</summary>
    public void Dispose() => _store.Dispose();

    /// <summary>Closes the database and lets other processes in.</summary>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
