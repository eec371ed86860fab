using LiteDB;
using LiteDB.Engine;
using TypedMigrations.LiteDb.Opening;
using TypedMigrations.Schemas;
using TypedMigrations.Storing;

namespace TypedMigrations.LiteDb;

/// <summary>A LiteDB database: migrated on a copy, verified, then swapped in.</summary>
/// <remarks>
/// From its first use until it is disposed it keeps other processes that use this library away: in direct mode all of them,
/// with <c>Connection=shared</c> those that would migrate. LiteDB itself does not keep a second process out on Linux.
/// </remarks>
public sealed class LiteDbStore : IMigrationStore, IDisposable
{
    private readonly IDatabasePlace _place;
    private readonly Lazy<LiteDatabase> _application;
    private readonly ApplicationEngine _engine;

    /// <summary>Makes a store. Nothing is opened yet.</summary>
    /// <param name="connectionString">LiteDB's own, such as <c>Filename=app.db</c>, or <c>Filename=:memory:</c> for a database in memory. <c>Upgrade</c>, <c>Auto-Rebuild</c> and <c>ReadOnly</c> are refused.</param>
    /// <param name="observer">Is told of the application's own indexes that contradict the migrated ones; null for nobody.</param>
    /// <param name="mapper">The mapper of the application's database; null for LiteDB's global one. Migrations never use it.</param>
    /// <exception cref="MigrationException">TM3010: the connection string names no file, or has a switch that is not safe.</exception>
    public LiteDbStore(string connectionString, IMigrationObserver? observer = null, BsonMapper? mapper = null)
        : this(LiteDbConnection.PlaceOf(connectionString ?? throw new ArgumentNullException(nameof(connectionString))), observer, mapper)
    {
    }

    /// <summary>Makes a store of a connection string that was read and completed by the program, such as with a password. Nothing is opened yet.</summary>
    /// <param name="connection">LiteDB's own. <c>Upgrade</c>, <c>AutoRebuild</c> and <c>ReadOnly</c> are refused.</param>
    /// <param name="observer">Is told of the application's own indexes that contradict the migrated ones; null for nobody.</param>
    /// <param name="mapper">The mapper of the application's database; null for LiteDB's global one. Migrations never use it.</param>
    /// <exception cref="MigrationException">TM3010: the connection string names no file, or has a switch that is not safe.</exception>
    public LiteDbStore(ConnectionString connection, IMigrationObserver? observer = null, BsonMapper? mapper = null)
        : this(LiteDbConnection.PlaceOf(connection ?? throw new ArgumentNullException(nameof(connection))), observer, mapper)
    {
    }

    /// <summary>Makes a store for a database on a stream. It is migrated on a copy in memory; there is no swap of files and no backup.</summary>
    /// <param name="stream">The stream: empty, or written by LiteDB 5; readable, writable and seekable. The program disposes it, after the store.</param>
    /// <param name="password">The password; null for none.</param>
    /// <param name="observer">Is told of the application's own indexes that contradict the migrated ones; null for nobody.</param>
    /// <param name="mapper">The mapper of the application's database; null for LiteDB's global one. Migrations never use it.</param>
    /// <exception cref="MigrationException">TM3010: the stream cannot be read, written and sought.</exception>
    public LiteDbStore(Stream stream, string? password = null, IMigrationObserver? observer = null, BsonMapper? mapper = null)
        : this(new StreamPlace(stream ?? throw new ArgumentNullException(nameof(stream)), "the stream", new EngineSettings { Password = password }), observer, mapper)
    {
    }

    internal LiteDbStore(IDatabasePlace place, IMigrationObserver? observer = null, BsonMapper? mapper = null)
    {
        _place = place;
        _engine = new ApplicationEngine(place, observer);
        _application = new(() => new LiteDatabase(_engine, mapper));
    }

    /// <inheritdoc />
    public string Database => _place.DisplayName;

    /// <inheritdoc />
    public string Kind => "LiteDB";

    /// <summary>The database for the application. It is opened on its first use, which fails with TM5001 before it is up to date.</summary>
    public LiteDatabase Application => _application.Value;

    /// <inheritdoc />
    public IEnumerable<Problem> Check(Schema schema) => SchemaRules.Check(schema);

    /// <inheritdoc />
    /// <remarks>In direct mode alone, for a file without a log. The application's engine is opened then, and not on its first use.</remarks>
    public Func<DatabaseState>? TryLetIn(string program) => _place.TryLetIn(program, _engine);

    /// <inheritdoc />
    public IDatabaseSession Open(SessionOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(options);
        return _place.OpenSession(options, _engine, cancellation);
    }

    /// <summary>Closes the application's database and lets other processes in.</summary>
    public void Dispose()
    {
        if (_application.IsValueCreated)
            _application.Value.Dispose();
        _engine.Dispose();
        _place.Dispose();
    }
}
