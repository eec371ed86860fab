using TypedMigrations.Discovering;
using TypedMigrations.Planning;
using TypedMigrations.Schemas;
using TypedMigrations.Storing;

namespace TypedMigrations.Running;

/// <summary>Reads what a database really holds, beside the constants of the newest migration that was applied of each module.</summary>
internal static class SchemaReading
{
    public static SchemaReport Read(MigrationCatalog catalog, IDatabaseSession database, string name, CancellationToken cancellation)
    {
        var problems = catalog.Problems.ToList();
        var state = EffectiveJournal.Of(catalog, database.State, problems);
        // What is pending out of order says nothing of the database as it is.
        problems.AddRange(JournalCheck.Compare(catalog, state, new PlanRequest { AllowOutOfOrder = true }));
        var migrations = state.Journal.GroupBy(entry => entry.Module).Select(module => Newest(catalog, module)).OfType<CatalogedMigration>().ToList();
        problems.AddRange(migrations.SelectMany(migration => migration.Definition.Problems));

        var declared = new Schema(migrations.SelectMany(migration => migration.Definition.After.Tables));
        var real = database.ReadSchema(declared.Tables, cancellation);
        return new SchemaReport(name, real, declared, [.. migrations.Select(migration => migration.Id)], problems);
    }

    /// <summary>Null where a newer program has applied it: what it declares is not known here, and one of the problems says so.</summary>
    private static CatalogedMigration? Newest(MigrationCatalog catalog, IEnumerable<JournalEntry> module)
    {
        var newest = module.MaxBy(entry => MigrationId.TryParse(entry.Id, entry.Module))!;
        return catalog.Migrations.FirstOrDefault(migration => migration.Id.Module == newest.Module && migration.Id.Text == newest.Id);
    }
}
