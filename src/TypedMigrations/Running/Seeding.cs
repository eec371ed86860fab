using TypedMigrations.Discovering;
using TypedMigrations.Planning;
using TypedMigrations.Storing;

namespace TypedMigrations.Running;

/// <summary>Finds what a new database would hold and this one lacks. Writes nothing.</summary>
/// <param name="catalog">The migrations in the code.</param>
/// <param name="database">The database.</param>
/// <param name="request">Whether test data counts, and whether migrations may be out of order; a goal does not count.</param>
internal sealed class Seeding(MigrationCatalog catalog, IDatabaseSession database, PlanRequest request)
{
    /// <remarks>A new database gets the migrations that this one has, and no others: old seeds run against the tables that they were written for, and the migrations after them take their documents along.</remarks>
    public SeedPlan Plan(CancellationToken cancellation)
    {
        var problems = new List<Problem>(catalog.Problems);
        var had = EffectiveJournal.Of(catalog, database.State, problems);
        problems.AddRange(JournalCheck.Compare(catalog, had, request));
        if (had is { HasTables: true, HasJournal: false })
            problems.Add(Adoption.Needed(catalog));
        if (request.TestData && (had.HasTables || had.HasJournal) && !had.IsTestDatabase)
            problems.Add(Planner.TestDataInRealDatabase());

        var known = had.Journal.Select(MigrationKey.Of).ToHashSet();
        var applied = new MigrationCatalog(catalog.Migrations.Where(migration => known.Contains(MigrationKey.Of(migration))), []);
        return new SeedPlan(problems.Count > 0 || applied.Migrations.Count == 0 ? [] : Compare(applied, cancellation), problems);
    }

    private List<SeededTable> Compare(MigrationCatalog applied, CancellationToken cancellation)
    {
        using var fresh = database.MakeEmpty();
        var tables = FreshMigration.Run(applied, fresh, new PlanRequest { TestData = request.TestData }, cancellation);
        var seeded = new List<SeededTable>();
        foreach (var (_, schema) in tables)
        {
            var documents = fresh.Documents(schema.Name);
            var missing = documents.Count == 0 ? [] : database.FindAbsent(schema.Name, documents, cancellation);
            if (documents.Count > 0)
                seeded.Add(new SeededTable(schema, documents.Count - missing.Count, missing));
        }

        return seeded;
    }
}
