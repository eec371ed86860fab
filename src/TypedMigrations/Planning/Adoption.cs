using TypedMigrations.Discovering;
using TypedMigrations.Storing;

namespace TypedMigrations.Planning;

/// <summary>Chooses the migrations that a database without a journal is taken to have.</summary>
internal static class Adoption
{
    public static IReadOnlyList<CatalogedMigration> Choose(MigrationCatalog catalog, DatabaseState state, PlanRequest request, List<Problem> problems)
    {
        if (request.Goal is { AdoptAt: { } at })
        {
            var refused = BaselineCheck.Check(catalog, state, at).ToList();
            problems.AddRange(refused);
            return refused.Count > 0 ? [] : ChooseAt(catalog, at, "The baseline", problems);
        }

        // Once there is a journal, it alone says what was applied.
        if (state.HasJournal || !state.HasTables)
            return [];

        if (request.AdoptAt.Count == 0)
        {
            problems.Add(Needed(catalog));
            return [];
        }

        return ChooseAt(catalog, request.AdoptAt, "Migrations:AdoptAt", problems);
    }

    private static IReadOnlyList<CatalogedMigration> ChooseAt(MigrationCatalog catalog, IReadOnlyDictionary<string, string> adoptAt, string who, List<Problem> problems)
    {
        foreach (var named in adoptAt.Keys.Where(key => key != "*" && catalog.Migrations.All(migration => !string.Equals(migration.Id.Module, key, StringComparison.OrdinalIgnoreCase))))
        {
            problems.Add(new Problem(ErrorCode.UnknownTarget, $"{who} names module {named}, which is not registered.",
                "Name a registered module, or * for every one.", ("there are", string.Join("\n", catalog.Migrations.Select(migration => migration.Id.Module).Distinct()))));
        }

        return [.. catalog.Migrations.GroupBy(migration => migration.Id.Module).SelectMany(module => ChooseOf(module.Key, [.. module], catalog, adoptAt, who, problems))];
    }

    private static IEnumerable<CatalogedMigration> ChooseOf(string module, List<CatalogedMigration> migrations, MigrationCatalog catalog, IReadOnlyDictionary<string, string> adoptAt, string who, List<Problem> problems)
    {
        var own = adoptAt.FirstOrDefault(pair => string.Equals(pair.Key, module, StringComparison.OrdinalIgnoreCase)).Value;
        if ((own ?? adoptAt.GetValueOrDefault("*")) is not { } at || at == "0")
            return [];

        var last = migrations.FindIndex(migration => IsNamed(migration, at));
        if (last >= 0)
            return migrations.Take(last + 1);

        // For every module it says when that was: one that has no migration of this name is where it was then.
        if (own is null && catalog.Migrations.LastOrDefault(migration => IsNamed(migration, at)) is { } named)
            return migrations.TakeWhile(migration => migration.Id.Stamp <= named.Id.Stamp);

        problems.Add(new Problem(ErrorCode.UnknownTarget, $"{who} names {at}, which is no migration of module {module}.",
            "Name the migration whose constants the database fits: its stamp or its id, or 0 for none.",
            ("there are", string.Join("\n", migrations.Select(migration => migration.Id.Text)))));
        return [];
    }

    private static bool IsNamed(CatalogedMigration migration, string at) => new MigrationCatalog([migration], []).TryFind(at) is not null;

    public static Problem Needed(MigrationCatalog catalog) => new(
        ErrorCode.AdoptionNeeded, "The database has tables, but no journal: it was never migrated by this library.",
        "Say which migration it is at, once: start the program with --Migrations:AdoptAt=<stamp or id>, or set Migrations:AdoptAt in the configuration. "
        + "With several modules: Migrations:AdoptAt:<module>. What the database holds is then compared with that migration's constants. 0 means before the first.",
        ("there are", string.Join("\n", catalog.Migrations.Select(migration => migration.Id))));
}
