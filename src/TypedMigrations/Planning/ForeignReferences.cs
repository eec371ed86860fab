using TypedMigrations.Discovering;
using TypedMigrations.Schemas;

namespace TypedMigrations.Planning;

/// <summary>Finds references of other modules to documents that a migration gives other keys: they do not follow, for a migration changes its own module's tables only.</summary>
/// <param name="catalog">The migrations in the code.</param>
/// <param name="migration">The migration.</param>
/// <param name="isApplied">Whether the database has a migration already.</param>
internal sealed class ForeignReferences(MigrationCatalog catalog, CatalogedMigration migration, Func<CatalogedMigration, bool> isApplied)
{
    /// <remarks>Other modules' constants are touched only where keys change.</remarks>
    public IEnumerable<Problem> Check(MigrationWork work) => work.Rekeys.Count == 0 ? [] :
        from other in OtherModules()
        from table in other.Definition.After.Tables
        from reference in table.References
        from rekey in work.Rekeys
        where NameNow(reference.To.Table) == rekey.From.Name
        select LeftBehind(rekey, reference, table, other);

    /// <summary>The newest migration of each other module that the database has by then.</summary>
    private IEnumerable<CatalogedMigration> OtherModules()
    {
        var earlier = catalog.Migrations.TakeWhile(candidate => candidate != migration).ToHashSet();
        return catalog.Migrations.Where(candidate => candidate.Id.Module != migration.Id.Module && (earlier.Contains(candidate) || isApplied(candidate)))
            .GroupBy(candidate => candidate.Id.Module).Select(module => module.Last());
    }

    /// <summary>What a table of this module, as another module's constants name it, is called before this migration; null where it is none of this module's.</summary>
    private string? NameNow(Table table)
    {
        string? name = null;
        foreach (var own in catalog.Migrations.TakeWhile(candidate => candidate != migration).Where(candidate => candidate.Id.Module == migration.Id.Module))
        {
            if (own.Definition.After.TryFind(table) is not null)
                name = table.Name;
            else if (name is not null)
                name = own.Definition.Steps.Select(step => RenamedBy(step, name)).FirstOrDefault(renamed => renamed is not null) ?? name;
        }

        return name;
    }

    private static string? RenamedBy(Step step, string name) => step switch
    {
        RenameTable rename when rename.Old.Name == name => rename.Renamed.Name,
        ConvertTable convert when convert.Old.Name == name => convert.Converted.Name,
        MergeTable merge when merge.Old.Name == name => merge.Into.Name,
        _ => null,
    };

    private Problem LeftBehind(RekeyWork rekey, Reference reference, TableSchema table, CatalogedMigration other)
    {
        var field = table.TryFind(reference.From)?.Constant ?? reference.From.ToString();
        return new Problem(
            ErrorCode.ReferenceLeftBehind, $"Migration {migration.Id}: the reference {reference} of module {other.Id.Module} would keep old keys: a migration changes the tables of its own module only.",
            $"Keep the old key here: up.Copy(Old.{rekey.From.Key.Constant}, …); add a migration to module {other.Id.Module} before this one that no longer declares {field} as a reference, and one after it that looks the new keys up: up.Drop(Old.{field}); up.Fill({field}, Old.{table.Constant}, (old, before) => before.Find(…)!.Id);",
            ("step", rekey.Step.Words), ("declared in", other.Id.ToString()));
    }
}
