using LiteDB.Engine;
using TypedMigrations.Storing;

namespace TypedMigrations.LiteDb.Opening;

/// <summary>Where a database lives.</summary>
internal interface IDatabasePlace : IDisposable
{
    /// <summary>The database as messages name it.</summary>
    string DisplayName { get; }

    /// <summary>Opens the database for the application.</summary>
    ILiteEngine OpenForApplication();

    /// <summary>Lets the application in at once where the last run left the database for this very program.</summary>
    /// <param name="program">The program, as the journal notes it.</param>
    /// <param name="application">The application's engine.</param>
    /// <returns>What reads the state of the database; null, with nothing held, where a session has to find out.</returns>
    Func<DatabaseState>? TryLetIn(string program, ApplicationEngine application) => null;

    /// <summary>Takes the lock, where there is one, and looks at the database.</summary>
    /// <param name="options">How to open.</param>
    /// <param name="application">The application's engine, which is let in when the database is up to date.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    IDatabaseSession OpenSession(SessionOptions options, ApplicationEngine application, CancellationToken cancellation);
}
