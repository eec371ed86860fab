using TypedMigrations.Discovering;

namespace TypedMigrations.Testing.Snapshots;

/// <summary>The schema after each migration of a module, as text.</summary>
internal sealed record ModuleSchemas(string Module, IReadOnlyList<MigrationSchema> Migrations)
{
    /// <summary>Reads a module's schemas.</summary>
    /// <exception cref="MigrationException">The module's migrations or constants are wrong in themselves.</exception>
    public static ModuleSchemas Read(MigrationModule module)
    {
        var catalog = MigrationCatalog.Discover([module]);
        // The module is read alone: that the modules that it depends on are not there does not change its schema.
        var problems = catalog.Problems.Where(problem => problem.Code != ErrorCode.DependencyNotMet)
            .Concat(catalog.Migrations.SelectMany(migration => migration.Definition.Problems))
            .ToList();
        if (problems.Count > 0)
            throw new MigrationException(problems);

        return new ModuleSchemas(
            module.Name,
            [.. catalog.Migrations.Select(MigrationSchema.Of)]);
    }
}

/// <summary>The schema after one migration.</summary>
/// <param name="Id">Stamp and name.</param>
/// <param name="Namespace">The namespace of the migration; its last segment names its folder.</param>
/// <param name="Text">The canonical text.</param>
internal sealed record MigrationSchema(string Id, string Namespace, string Text)
{
    public static MigrationSchema Of(CatalogedMigration migration) => new(migration.Id.Text, migration.Namespace, migration.Definition.After.ToString());
}
