using TypedMigrations.Discovering;
using TypedMigrations.Schemas;
using TypedMigrations.Storing;

namespace TypedMigrations.Planning;

/// <summary>Makes plans: a pure function of what the code has and what the journal has.</summary>
public static class Planner
{
    /// <summary>Compares code and journal, and accounts for every difference between the schemas of what is pending.</summary>
    /// <param name="catalog">The migrations in the code.</param>
    /// <param name="state">The journal of the database.</param>
    /// <param name="request">What is asked for.</param>
    /// <param name="storeRules">What the store refuses in a schema.</param>
    /// <returns>A plan, with all its problems at once. It touches constants and steps only where something is pending.</returns>
    public static MigrationPlan Plan(MigrationCatalog catalog, DatabaseState state, PlanRequest request, Func<Schema, IEnumerable<Problem>> storeRules)
    {
        var problems = new List<Problem>(catalog.Problems);
        var had = EffectiveJournal.Of(catalog, state, problems);
        problems.AddRange(JournalCheck.Compare(catalog, had, request));

        var adopted = problems.Count > 0 ? [] : Adoption.Choose(catalog, state, request, problems);
        var known = had.Journal.Select(MigrationKey.Of).Concat(adopted.Select(MigrationKey.Of)).ToHashSet();
        var pending = catalog.Migrations.Where(migration => !known.Contains(MigrationKey.Of(migration))).ToList();
        var reverted = problems.Count > 0 ? [] : Reverting.Choose(catalog, had, request.Goal, problems);
        var chosen = problems.Count > 0 ? pending : Goal.Choose(catalog, pending, reverted, request, problems);
        if (request.TestData && chosen.Count > 0 && state.Exists && !state.IsTestDatabase)
            problems.Add(TestDataInRealDatabase());

        // Constants and steps are loaded only for a plan that could run: 1,000 migrations take seconds to touch.
        var isRunnable = problems.Count == 0;
        var back = isRunnable && reverted.Count > 0 ? AccountBack(reverted, request.Goal!, storeRules, problems) : [];
        var planned = isRunnable && chosen.Count + adopted.Count > 0 ? Account(catalog, adopted, chosen, storeRules, migration => known.Contains(MigrationKey.Of(migration)), problems) : [];
        // What a new database loses on its way is what the migrations before put there.
        problems.AddRange(request.AllowDataLoss || !state.HasTables ? [] : DataLosses(planned));
        // Two migrations in a row share a schema, and what is wrong with it.
        return new MigrationPlan(adopted, back, planned, [.. pending.Except(chosen)], state, [.. problems.DistinctBy(problem => problem.ToString())]);
    }

    private static List<PlannedMigration> AccountBack(
        IReadOnlyList<CatalogedMigration> reverted, MigrationGoal goal, Func<Schema, IEnumerable<Problem>> storeRules, List<Problem> problems)
    {
        var planned = new List<PlannedMigration>();
        foreach (var migration in reverted)
        {
            if (migration.Down is not { } down)
            {
                problems.Add(Reverting.NoDown(migration));
                continue;
            }

            var found = down.Problems.Concat(storeRules(down.After)).ToList();
            var (work, unaccounted) = Accounting.Account(down);
            var back = new PlannedMigration(migration, work);
            problems.AddRange(found.Count > 0 ? found : unaccounted.Select(problem => DownWords.Of(problem, down)));
            problems.AddRange(Reverting.Check(back, goal));
            planned.Add(back);
        }

        return planned;
    }

    private static List<PlannedMigration> Account(
        MigrationCatalog catalog, IReadOnlyList<CatalogedMigration> adopted, IReadOnlyList<CatalogedMigration> pending,
        Func<Schema, IEnumerable<Problem>> storeRules, Func<CatalogedMigration, bool> isApplied, List<Problem> problems)
    {
        // A first start with a thousand migrations spends most of its time on what the runtime compiles and loads for them. Constants depend on nothing but older ones: any thread may ask for them first.
        AllCores.DoAhead<CatalogedMigration>([.. adopted, .. pending], migration => migration.LoadAhead());
        problems.AddRange(TableOwners.Check(catalog));
        foreach (var migration in adopted)
            problems.AddRange(migration.Definition.Problems);
        foreach (var module in adopted.GroupBy(migration => migration.Id.Module))
            problems.AddRange(storeRules(module.Last().Definition.After));

        // Steps, which may do anything, are asked on one thread and in run order; what follows from them is the same on any.
        var definitions = pending.Select(migration => migration.Definition).ToList();
        var accounted = AllCores.Select(definitions, Accounting.Account);
        var planned = new List<PlannedMigration>();
        for (var i = 0; i < pending.Count; i++)
        {
            var migration = pending[i];
            var found = definitions[i].Problems.Concat(storeRules(definitions[i].After)).ToList();
            var (work, unaccounted) = accounted[i];
            problems.AddRange(found.Count > 0 ? found : [.. unaccounted, .. new ForeignReferences(catalog, migration, isApplied).Check(work), .. new ForeignReads(catalog, migration, isApplied).Check()]);
            problems.AddRange(found.Count + unaccounted.Count > 0 ? [] : AdditiveCheck.Check(work));
            planned.Add(new PlannedMigration(migration, work));
        }

        return planned;
    }

    private static IEnumerable<Problem> DataLosses(IEnumerable<PlannedMigration> planned) =>
        from migration in planned
        let losing = migration.Work.Steps.Where(step => step.IsDestructive).ToList()
        where losing.Count > 0
        select new Problem(ErrorCode.LosesData, $"Migration {migration.Id} loses data, which was not allowed.",
            "If that is meant, allow it: MigrationOptions.AllowDataLoss, or --allow-destructive on the command line. The backup of the database as it is now keeps the data.",
            losing.Select(step => ("step", step.Words)));

    internal static Problem TestDataInRealDatabase() => new(
        ErrorCode.RealDatabase, "Test data was asked for, but the database was not made as a test database.",
        "Leave Migrations:TestData out, or name a database file that does not exist yet: it is then made and marked as a test database.");
}
