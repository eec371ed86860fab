using TypedMigrations.Discovering;
using TypedMigrations.Schemas;

namespace TypedMigrations.Planning;

/// <summary>Finds what a migration would read of another module's tables that is no longer as the migration that it depends on left it.</summary>
/// <param name="catalog">The migrations in the code.</param>
/// <param name="migration">The migration.</param>
/// <param name="isApplied">Whether the database has a migration already.</param>
internal sealed class ForeignReads(MigrationCatalog catalog, CatalogedMigration migration, Func<CatalogedMigration, bool> isApplied)
{
    /// <remarks>Constants of applied migrations are touched only where the other module is further on.</remarks>
    public IEnumerable<Problem> Check() => migration.Reads.Count == 0 ? [] :
        catalog.Migrations.Where(other => migration.DependsOn.Contains(other.ClassName)).Select(Check).OfType<Problem>();

    private Problem? Check(CatalogedMigration dependency)
    {
        var later = LaterThan(dependency);
        if (later.Count == 0)
            return null;

        var unchanged = new NamedFields(dependency.Namespace, migration.Reads).In(dependency.Definition.After).ToList();
        var changes = new List<(CatalogedMigration By, string What)>();
        foreach (var by in later)
        {
            var change = new FieldChanges(Accounting.Account(by.Definition).Work);
            foreach (var (table, field) in unchanged.ToList())
            {
                if (change.Of(table, field) is not { } what)
                    continue;
                changes.Add((by, what));
                unchanged.Remove((table, field));
            }
        }

        return changes.Count == 0 ? null : Changed(dependency, changes);
    }

    /// <summary>What the database has of the other module by then that is newer than the dependency.</summary>
    private List<CatalogedMigration> LaterThan(CatalogedMigration dependency)
    {
        var earlier = catalog.Migrations.TakeWhile(candidate => candidate != migration).ToHashSet();
        return [.. catalog.Migrations.Where(other => other.Id.Module == dependency.Id.Module && other.Id.CompareTo(dependency.Id) > 0 && (earlier.Contains(other) || isApplied(other)))];
    }

    private Problem Changed(CatalogedMigration dependency, List<(CatalogedMigration By, string What)> changes)
    {
        var newest = changes[^1].By;
        return new Problem(
            ErrorCode.ForeignFieldChanged, $"Migration {migration.Id} reads what {dependency.Id} left, and the database is further on by then.",
            $"Let it depend on {newest.Id.Text} and use the constants of that migration: [DependsOn<{newest.ClassName.Replace('+', '.')}>], with a stamp after {newest.Id.StampText}.",
            [.. changes.Select(change => ("changed", $"{change.What} ({change.By.Id.Text})")).Distinct()]);
    }
}
