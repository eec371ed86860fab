using TypedMigrations.Discovering;

namespace TypedMigrations.Planning;

/// <summary>Puts migrations that follow each other into groups, whose changes of the documents of one table can be made in one pass with the same result.</summary>
/// <remarks>
/// In a group, tables are dropped and renamed and indexes dropped first; then documents change where they lie; then tables, indexes
/// and values are made and seeds inserted. So a migration may join unless it changes documents of a table for which one before it
/// made something, or touches as a whole a table whose documents one before it changed.
/// </remarks>
internal sealed class SharedPasses
{
    private readonly List<PlannedMigration> _migrations = [];
    private readonly HashSet<string> _changed = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _made = new(StringComparer.OrdinalIgnoreCase);
    private readonly bool _testData;
    private bool _isClosed;

    private SharedPasses(bool testData) => _testData = testData;

    /// <summary>The groups, in run order; most have one migration.</summary>
    /// <param name="pending">The migrations, in run order.</param>
    /// <param name="testData">Whether their test data is inserted.</param>
    public static IReadOnlyList<IReadOnlyList<PlannedMigration>> Of(IReadOnlyList<PlannedMigration> pending, bool testData)
    {
        var groups = new List<SharedPasses>();
        foreach (var migration in pending)
        {
            if (groups.Count == 0 || !groups[^1].MayJoin(migration.Work))
                groups.Add(new SharedPasses(testData));
            groups[^1].Add(migration);
        }

        return [.. groups.Select(group => group._migrations)];
    }

    private bool MayJoin(MigrationWork work) => !_isClosed && !IsAlone(work) && work.Tables.All(MayJoin);

    private bool MayJoin(TableWork table)
    {
        if (table.Before is not { } before)
            return true;
        if (!table.Changes.IsEmpty && _made.Contains(before.Name))
            return false;
        var touchesWhole = table.After is null || table.IsRenamed || table.DropIndexes.Count > 0;
        return !touchesWhole || (IsUntouched(before.Name) && (table.After is null || IsUntouched(table.After.Name)));
    }

    private bool IsUntouched(string table) => !_changed.Contains(table) && !_made.Contains(table);

    private void Add(PlannedMigration migration)
    {
        _migrations.Add(migration);
        _isClosed = IsAlone(migration.Work);
        foreach (var table in migration.Work.Tables.Where(table => table.After is not null))
        {
            if (!table.Changes.IsEmpty)
                _changed.Add(table.After!.Name);
            if (table.Before is null || table.CreateIndexes.Count > 0 || table.MakeUnique.Count > 0)
                _made.Add(table.After!.Name);
        }

        AddSeeds(migration.Work);
    }

    private void AddSeeds(MigrationWork work)
    {
        try
        {
            foreach (var kind in SeedKinds.Of(_testData))
                _made.UnionWith(work.Definition.Seeds(kind).Select(seed => seed.Table.Name));
        }
        catch (MigrationException)
        {
            // Told where the seed is to be inserted.
            _isClosed = true;
        }
    }

    /// <summary>Whether it reads the state before it, which others must not have changed, or does what only the store knows.</summary>
    private static bool IsAlone(MigrationWork work) => work.LooksUpStateBefore || work.StoreSteps.Any();
}
