using TypedMigrations.Discovering;

namespace TypedMigrations.Planning;

/// <summary>Chooses how far a run goes.</summary>
internal static class Goal
{
    public static IReadOnlyList<CatalogedMigration> Choose(
        MigrationCatalog catalog, IReadOnlyList<CatalogedMigration> pending, PlanRequest request, List<Problem> problems)
    {
        var chosen = request.Target is null ? pending : UpTo(catalog, pending, request.Target, problems);
        return request.StepLimit is { } limit ? [.. chosen.Take(limit)] : chosen;
    }

    private static IReadOnlyList<CatalogedMigration> UpTo(
        MigrationCatalog catalog, IReadOnlyList<CatalogedMigration> pending, string target, List<Problem> problems)
    {
        if (catalog.TryFind(target) is not { } last)
        {
            problems.Add(new Problem(ErrorCode.UnknownTarget, $"The target {target} names no migration, or more than one.",
                "Name one by its stamp, its id or its name.", ("there are", string.Join("\n", catalog.Migrations.Select(migration => migration.Id)))));
            return [];
        }

        if (!pending.Contains(last))
        {
            problems.Add(new Problem(ErrorCode.TargetAlreadyApplied, $"The target {last.Id} is applied already.", "Name a pending migration, or none to apply all.",
                ("pending", pending.Count == 0 ? "none" : string.Join("\n", pending.Select(migration => migration.Id)))));
            return [];
        }

        return [.. pending.TakeWhile(migration => migration != last), last];
    }
}
