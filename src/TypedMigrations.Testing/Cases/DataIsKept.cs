using TypedMigrations.Schemas;
using TypedMigrations.Storing;
using TypedMigrations.Testing.Comparing;
using TypedMigrations.Testing.Keeping;
using TypedMigrations.Testing.Migrating;

namespace TypedMigrations.Testing.Cases;

/// <summary>The test that a migration keeps the data of the database before it, on the disk as in production.</summary>
internal static class DataIsKept
{
    public static void Run(Subject subject)
    {
        using var database = subject.DatabaseBefore(TestDatabasePlace.Disk);
        subject.Plant(database);

        var faults = FaultsOf(subject, database, isRandom: false).Concat(Indexes(subject, database)).Concat(SecondRun(subject, database)).ToList();
        if (faults.Count > 0)
            throw new MigrationAssertionException(Fault.TextOf($"Migration {subject.Migration.Id} does not keep the data that was there before it, test data and undeclared fields.", faults));
    }

    /// <summary>Applies the migration to a planted database, and says what it did not keep.</summary>
    public static IReadOnlyList<Fault> FaultsOf(Subject subject, ITestDatabase database, bool isRandom)
    {
        var before = Content.Read(database);
        subject.Apply(database);
        return KeptCheck.Faults(subject.Definition, subject.History.SeededBy(subject.Migration), before, Content.Read(database), subject.Exceptions, isRandom);
    }

    private static IEnumerable<Fault> Indexes(Subject subject, ITestDatabase database) =>
        Runs.Migrator(subject.History, database, testData: false).ReadSchemaAsync().GetAwaiter().GetResult().Difference.Deviations
            .Where(deviation => deviation.Kind is DeviationKind.MissingTable or DeviationKind.MissingIndex or DeviationKind.OtherIndex)
            .Select(deviation => new Fault(deviation.Table, Key: null, deviation.Text, "Tables and indexes follow from the constants: let no custom code make or drop them."));

    private static IEnumerable<Fault> SecondRun(Subject subject, ITestDatabase database)
    {
        var before = Content.Read(database);
        var again = subject.Apply(database);
        var after = Content.Read(database);
        var changes = before.Tables.Keys.Union(after.Tables.Keys).SelectMany(table => StoredComparison.Differences(table, before[table].Documents, after[table].Documents))
            .Select(difference => new Fault(difference.Place, Key: null, $"{difference.Words} after a second run", "A migration that was applied must not run again: this is a fault of the store."));
        return again.WasUpToDate ? changes : changes.Append(new Fault("journal", Key: null, "does not have the migration after a run", "This is a fault of the store."));
    }
}
