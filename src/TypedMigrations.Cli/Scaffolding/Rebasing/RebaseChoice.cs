using TypedMigrations.Cli.Scaffolding.Reading;

namespace TypedMigrations.Cli.Scaffolding.Rebasing;

/// <summary>Chooses the migration to rebase: by its name, or the one that came in beside another after the same one.</summary>
internal sealed class RebaseChoice(ModuleSources module)
{
    /// <param name="named">Stamp, id or name; null for the one that needs it.</param>
    /// <returns>Null where nothing is named and nothing needs it.</returns>
    /// <exception cref="CliException">TM6023: there is none of the name, or there are several.</exception>
    public MigrationSources? Choose(string? named) => named is null ? Stray() : Find(named);

    /// <summary>The migration of a name.</summary>
    /// <exception cref="CliException">TM6023: there is none of the name, or there are several.</exception>
    public MigrationSources Find(string named)
    {
        var found = module.Find(named);
        return found.Count == 1 ? found[0] : throw CliException.Usage(
            CliErrorCode.MigrationNotFound, found.Count == 0 ? $"Module {module.Name} has no migration {named}." : $"{named} may be one of several migrations of module {module.Name}.",
            "Name one by its stamp, or by stamp and name.", ("there are", string.Join('\n', (found.Count == 0 ? module.Migrations : found).Select(migration => migration.Text))));
    }

    /// <summary>A migration and those that follow it by their aliases, oldest first.</summary>
    public IReadOnlyList<MigrationSources> WithFollowers(MigrationSources first)
    {
        var chain = new List<MigrationSources> { first };
        for (var i = 0; i < chain.Count; i++)
            chain.AddRange(module.Migrations.Where(migration => migration.Old == chain[i].Namespace && !chain.Contains(migration)));
        return chain;
    }

    /// <summary>The newest that is not frozen and does not follow the one before it, or is older than a frozen one; of a branch with several, the first.</summary>
    private MigrationSources? Stray()
    {
        var frozen = module.Migrations.Where(migration => module.LedgerOf(migration) is not null).ToList();
        var strays = module.Migrations.Except(frozen)
            .Where(migration => frozen.Exists(other => other.Id.Stamp > migration.Id.Stamp) || (migration.Old is { } old && module.Before(migration)?.Namespace != old)).ToList();
        return strays.LastOrDefault(migration => !strays.Exists(other => other.Namespace == migration.Old));
    }
}
