using LiteDB.Engine;
using TypedMigrations.LiteDb.Files;

namespace TypedMigrations.LiteDb.Opening;

/// <summary>Writes what LiteDB's log holds into the file, so that the file alone is the database.</summary>
internal static class Settling
{
    /// <summary>Settles, and proves that nothing is left in the log.</summary>
    /// <param name="connection">How the database is opened.</param>
    /// <param name="database">The database.</param>
    /// <param name="check">Looks at the settled database.</param>
    public static void Settle(LiteDbConnection connection, HeldDatabase database, Action<LiteEngine>? check = null) => LiteDbErrors.Translate(connection.File, () =>
    {
        using (var engine = new CarefulEngine(connection.On(database)))
        {
            engine.Settle();
            check?.Invoke(engine);
        }

        // What a checkpoint leaves are pages of transactions that were never committed: LiteDB would read past them, too.
        database.Log?.SetLength(0);
        database.RemoveSettledLog();
        return true;
    });
}
