using System.Globalization;
using TypedMigrations.Discovering;

namespace TypedMigrations.Planning;

/// <summary>Chooses how far up a run goes.</summary>
internal static class Goal
{
    public const string BeforeTheFirst = "0";

    public static IReadOnlyList<CatalogedMigration> Choose(
        MigrationCatalog catalog, IReadOnlyList<CatalogedMigration> pending, IReadOnlyList<CatalogedMigration> reverted, PlanRequest request, List<Problem> problems)
    {
        if (request.Goal is { } goal)
        {
            if (goal.AdoptAt is not null)
                return [];
            return goal.Target is null
                ? goal.Steps is null ? pending : []
                : goal.Target == BeforeTheFirst ? [] : UpTo(catalog, pending, reverted, goal.Target, goal.Module, problems);
        }

        if (request.StepLimit < 1)
        {
            problems.Add(new Problem(ErrorCode.InvalidOption, string.Create(CultureInfo.InvariantCulture, $"The step limit {request.StepLimit} is less than one migration."),
                "Name how many migrations to apply at most, or leave the limit out to apply all."));
            return [];
        }

        var chosen = request.Target is null ? pending : UpTo(catalog, pending, reverted, request.Target, module: null, problems);
        return request.StepLimit is { } limit ? [.. chosen.Take(limit)] : chosen;
    }

    private static IReadOnlyList<CatalogedMigration> UpTo(
        MigrationCatalog catalog, IReadOnlyList<CatalogedMigration> pending, IReadOnlyList<CatalogedMigration> reverted, string target, string? module, List<Problem> problems)
    {
        if (catalog.TryFind(target, module) is not { } last)
        {
            problems.Add(new Problem(ErrorCode.UnknownTarget, $"The target {target}{(module is null ? "" : $" of module {module}")} names no migration, or more than one.",
                "Name one by its stamp, its id or its name.", ("there are", string.Join("\n", catalog.Migrations.Select(migration => migration.Id)))));
            return [];
        }

        // A database that is at its target stays there: the next start with the same options has nothing to do.
        var behind = catalog.Migrations.TakeWhile(migration => migration != last).ToHashSet();
        var beyond = catalog.Migrations.Where(migration => migration.Id.Module == last.Id.Module && migration != last && !behind.Contains(migration));
        if (!pending.Contains(last) && beyond.All(migration => pending.Contains(migration) || reverted.Contains(migration)))
            return [.. pending.Where(behind.Contains)];

        if (!pending.Contains(last))
        {
            problems.Add(new Problem(ErrorCode.TargetAlreadyApplied, $"The target {last.Id} is applied already, and so are later ones.", "Name a pending migration, or none to apply all.",
                ("pending", pending.Count == 0 ? "none" : string.Join("\n", pending.Select(migration => migration.Id)))));
            return [];
        }

        return [.. pending.TakeWhile(migration => migration != last), last];
    }
}
