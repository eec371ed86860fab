using TypedMigrations.Cli.Answers;
using TypedMigrations.Discovering;
using TypedMigrations.Planning;
using TypedMigrations.Storing;

namespace TypedMigrations.Cli.Operating;

/// <summary>Lays code and journal side by side.</summary>
internal static class StatusAnswers
{
    public static StatusAnswer Of(string database, MigrationCatalog catalog, MigrationPlan plan)
    {
        var code = catalog.Migrations.ToDictionary(migration => (migration.Id.Module, migration.Id.Text));
        var journal = plan.State.Journal.ToDictionary(entry => (entry.Module, entry.Id));
        var rows = journal.Values.Select(entry => (Id: MigrationId.TryParse(entry.Id, entry.Module)!, State: Of(entry, code.GetValueOrDefault((entry.Module, entry.Id)))))
            .Concat(code.Values.Where(migration => !journal.ContainsKey((migration.Id.Module, migration.Id.Text))).Select(migration => (migration.Id, State: Pending(migration))));
        return new StatusAnswer(database, plan.State.Exists, plan.State.IsTestDatabase, plan.IsUpToDate, [.. rows.OrderBy(row => row.Id).Select(row => row.State)], [.. plan.Problems.Select(ProblemAnswer.Of)]);
    }

    private static MigrationState Of(JournalEntry entry, CatalogedMigration? migration) => new(entry.Id, entry.Module, KindOf(entry, migration), entry.At, entry.Duration.TotalMilliseconds, entry.ApplicationVersion);

    private static MigrationStateKind KindOf(JournalEntry entry, CatalogedMigration? migration) =>
        migration is null ? MigrationStateKind.Missing
        : migration.Fingerprint != entry.Fingerprint ? MigrationStateKind.Edited
        : entry.Kind == JournalKind.Adopted ? MigrationStateKind.Adopted
        : MigrationStateKind.Applied;

    private static MigrationState Pending(CatalogedMigration migration) => new(migration.Id.Text, migration.Id.Module, MigrationStateKind.Pending, AppliedAt: null, Milliseconds: null, ApplicationVersion: null);
}
