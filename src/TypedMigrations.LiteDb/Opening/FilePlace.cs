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

    public Func<DatabaseState>? TryLetIn(string program, ApplicationEngine application)
    {
        if (connection.IsShared || application.IsOpen)
            return null;

        application.CloseUnused();
        if (new DirectEntry(connection, _lock).TryOpen(program) is not { } engine)
            return null;

        application.LetIn(engine);
        return () => ReadState(application);
    }

    public IDatabaseSession OpenSession(SessionOptions options, ApplicationEngine application, CancellationToken cancellation)
    {
        // The application has the database open in this process: it can be asked, but not migrated.
        if (application.IsOpen)
            return new AttachedSession(application, DisplayName, connection);

        application.CloseUnused();
        var session = new LiteDbSession(connection, _lock, options, application);
        session.Open(cancellation);
        return session;
    }

    public void Dispose() => _lock.Dispose();

    private DatabaseState ReadState(ApplicationEngine application)
    {
        if (application.TryReadState() is { } state)
            return state;
        using var session = OpenSession(new SessionOptions(TimeSpan.Zero, (_, _) => { }), application, CancellationToken.None);
        return session.State;
    }
}
