using LiteDB;
using LiteDB.Engine;
using TypedMigrations.LiteDb.Files;
using TypedMigrations.Storing;

namespace TypedMigrations.LiteDb.Opening;

/// <summary>A database in a file, under a lock from its first use until it is disposed.</summary>
internal sealed class FilePlace(LiteDbConnection connection) : IDatabasePlace
{
    private readonly DatabaseLock _lock = new(connection.File);

    public string DisplayName => connection.File.DisplayName;

    public ILiteEngine OpenForApplication() => connection.IsShared ? new SharedEngine(connection.ForApplication()) : new LiteEngine(connection.ForApplication());

    public IDatabaseSession OpenSession(SessionOptions options, ApplicationEngine application, CancellationToken cancellation)
    {
        // The application has the database open in this process: it can be asked, but not migrated.
        if (application.IsOpen)
            return new AttachedSession(application, DisplayName, connection);

        var session = new LiteDbSession(connection, _lock, options, application);
        session.Open(cancellation);
        return session;
    }

    public void Dispose() => _lock.Dispose();
}
