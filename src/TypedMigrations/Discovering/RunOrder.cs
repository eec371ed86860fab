namespace TypedMigrations.Discovering;

/// <summary>Orders migrations of all modules: by stamp; a declared dependency, then the module's name, decides a tie.</summary>
internal static class RunOrder
{
    public static IReadOnlyList<CatalogedMigration> Of(IReadOnlyList<CatalogedMigration> migrations, out IReadOnlyList<Problem> problems)
    {
        var byClass = migrations.ToLookup(migration => migration.ClassName, StringComparer.Ordinal);
        var found = new List<Problem>();
        foreach (var migration in migrations)
            found.AddRange(CheckDependencies(migration, byClass));

        var ordered = new List<CatalogedMigration>(migrations.Count);
        var byId = migrations.OrderBy(migration => migration.Id).ToList();
        while (ordered.Count < byId.Count)
        {
            var first = byId[ordered.Count];
            ordered.AddRange(OrderTie([.. byId.Skip(ordered.Count).TakeWhile(migration => migration.Id.Stamp == first.Id.Stamp)], found));
        }

        problems = found;
        return ordered;
    }

    private static IEnumerable<Problem> CheckDependencies(CatalogedMigration migration, ILookup<string, CatalogedMigration> byClass)
    {
        foreach (var name in migration.DependsOn)
        {
            var dependency = byClass[name].FirstOrDefault();
            if (dependency is null)
            {
                yield return new Problem(ErrorCode.DependencyNotMet, $"Migration {migration.Id} depends on {name}, which no registered module has.",
                    "Register the module that has it: .AddModule<…>().");
            }
            else if (dependency.Id.Stamp > migration.Id.Stamp)
            {
                yield return new Problem(ErrorCode.DependsOnLater, $"Migration {migration.Id} depends on the later {dependency.Id}.",
                    $"Give it a stamp after {dependency.Id.StampText}, or depend on an earlier migration.");
            }
        }
    }

    private static IEnumerable<CatalogedMigration> OrderTie(List<CatalogedMigration> tie, List<Problem> problems)
    {
        var names = tie.Select(migration => migration.ClassName).ToHashSet(StringComparer.Ordinal);
        while (tie.Count > 0)
        {
            var next = tie.Find(migration => !migration.DependsOn.Any(names.Contains));
            if (next is null)
            {
                problems.Add(new Problem(ErrorCode.DependencyNotMet, $"Migrations depend on each other: {string.Join(", ", tie.Select(migration => migration.Id))}.",
                    "Remove one of the dependencies."));
                next = tie[0];
            }

            tie.Remove(next);
            names.Remove(next.ClassName);
            yield return next;
        }
    }
}
