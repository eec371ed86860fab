using TypedMigrations.Discovering;
using TypedMigrations.Running;

namespace TypedMigrations;

public sealed partial class Migrator
{
    /// <summary>Finds the migration of each module whose constants a database fits best: for one that was there before this library. It writes nothing and waits for no lock.</summary>
    /// <remarks>
    /// Every document is read once for all candidates, and once more where names are data; the constants of every migration are loaded. A
    /// database that has a journal is looked at as well, but <see cref="BaselineAsync"/> refuses it.
    /// </remarks>
    /// <exception cref="MigrationException">TM3001: another process has the database. TM30xx: it cannot be read.</exception>
    public Task<BaselineReport> FindBaselineAsync(CancellationToken cancellation = default) =>
        OneThread.LookAsync(_store, database => BaselineReading.Read(MigrationCatalog.Discover(_modules), database, _store.Database, cancellation), cancellation);

    /// <summary>Takes a database that has tables but no journal to be at given migrations, and records that: short for <c>RunAsync(MigrationGoal.Adopt(at))</c>. Nothing is applied.</summary>
    /// <param name="at">Where each module is: its name, or <c>*</c> for every other, to stamp, id or name; <c>0</c> for before its first migration.</param>
    /// <param name="cancellation">Ends it; the database is then as it was.</param>
    /// <exception cref="MigrationException">TM131x: the database has a journal, or nothing to adopt, or a module is not named. TM4007: it does not fit. The database is as it was.</exception>
    public Task<MigrationReport> BaselineAsync(IReadOnlyDictionary<string, string> at, CancellationToken cancellation = default) => RunAsync(MigrationGoal.Adopt(at), cancellation);
}
