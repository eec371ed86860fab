using TypedMigrations.Storing;
using TypedMigrations.Testing.Keeping;
using TypedMigrations.Testing.Migrating;

namespace TypedMigrations.Testing.Cases;

/// <summary>The test that <c>Down</c> brings back what <c>Up</c> changed, except what the plan says is lost.</summary>
internal static class DataIsRestored
{
    public static void Run(Subject subject)
    {
        using var database = subject.DatabaseBefore(TestDatabasePlace.Disk);
        subject.Plant(database);
        var before = Content.Read(database);

        subject.Apply(database);
        Runs.Run(subject.History, database, subject.Back, testData: false);

        var faults = RestoredCheck.Faults(subject.Definition, subject.Migration.Down!, subject.History.SeededBy(subject.Migration), before, Content.Read(database), subject.Exceptions);
        if (faults.Count > 0)
            throw new MigrationAssertionException(Fault.TextOf($"Up and then Down of migration {subject.Migration.Id} do not restore the data that was there before.", faults));
    }
}
