using LiteDB;
using LiteDB.Engine;
using TypedMigrations.LiteDb.Files;
using TypedMigrations.LiteDb.Opening;
using TypedMigrations.Schemas;
using TypedMigrations.Storing;

namespace TypedMigrations.LiteDb;

/// <summary>A LiteDB file: migrated on a copy, verified, then swapped in.</summary>
/// <remarks>
/// From its first use until it is disposed it keeps other processes that use this library away: in direct mode all of them,
/// with <c>Connection=shared</c> those that would migrate. LiteDB itself does not keep a second process out on Linux.
/// </remarks>
public sealed class LiteDbStore : IMigrationStore, IDisposable
{
    private readonly LiteDbConnection _connection;
    private readonly IMigrationObserver? _observer;
    private readonly DatabaseLock _lock;
    private readonly Lazy<LiteDatabase> _application;
    private readonly ApplicationEngine _engine;

    /// <summary>Makes a store. Nothing is opened yet.</summary>
    /// <param name="connectionString">LiteDB's own, such as <c>Filename=app.db</c>. <c>Upgrade</c>, <c>Auto-Rebuild</c> and <c>ReadOnly</c> are refused.</param>
    /// <param name="observer">Is told of the application's own indexes that contradict the migrated ones; null for nobody.</param>
    /// <param name="mapper">The mapper of the application's database; null for LiteDB's global one. Migrations never use it.</param>
    /// <exception cref="MigrationException">TM3010: the connection string names no file, or has a switch that is not safe.</exception>
    public LiteDbStore(string connectionString, IMigrationObserver? observer = null, BsonMapper? mapper = null)
    {
        ArgumentNullException.ThrowIfNull(connectionString);
        _connection = LiteDbConnection.Parse(connectionString);
        _observer = observer;
        _lock = new DatabaseLock(_connection.File);
        _engine = new ApplicationEngine(_connection, _observer);
        _application = new(() => new LiteDatabase(_engine, mapper));
    }

    /// <inheritdoc />
    public string Database => _connection.File.DisplayName;

    /// <summary>The database for the application. It is opened on its first use, which fails with TM5001 before it is up to date.</summary>
    public LiteDatabase Application => _application.Value;

    /// <inheritdoc />
    public IEnumerable<Problem> Check(Schema schema) => SchemaRules.Check(schema);

    /// <inheritdoc />
    public IDatabaseSession Open(SessionOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(options);
        // The application has the database open in this process: it can be asked, but not migrated.
        if (_engine.IsOpen)
            return new AttachedSession(_engine, _connection);

        var session = new LiteDbSession(_connection, _lock, options, _engine);
        session.Open(cancellation);
        return session;
    }

    /// <summary>Closes the application's database and lets other processes in.</summary>
    public void Dispose()
    {
        if (_application.IsValueCreated)
            _application.Value.Dispose();
        _engine.Dispose();
        _lock.Dispose();
    }
}
