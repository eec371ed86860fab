using System.Globalization;
using TypedMigrations.Discovering;
using TypedMigrations.Storing;

namespace TypedMigrations.Planning;

/// <summary>Chooses what a run takes back, and says why something cannot be.</summary>
internal static class Reverting
{
    /// <summary>The migrations to take back, newest first.</summary>
    public static IReadOnlyList<CatalogedMigration> Choose(MigrationCatalog catalog, DatabaseState state, MigrationGoal? goal, List<Problem> problems)
    {
        if (goal is null or { Target: null, Steps: null })
            return [];

        var known = state.Journal.Select(MigrationKey.Of).ToHashSet();
        var applied = catalog.Migrations.Where(migration => known.Contains(MigrationKey.Of(migration))).ToList();
        var chosen = goal switch
        {
            { Target: { } target } => Beyond(catalog, applied, target, goal.Module),
            { Steps: { } steps } => Last(applied, steps, goal, problems),
            _ => [],
        };
        problems.AddRange(Newer(catalog, state, chosen));
        problems.AddRange(WithoutPredecessor(catalog, applied, chosen));
        return [.. Enumerable.Reverse(chosen)];
    }

    /// <summary>What a migration cannot be taken back for.</summary>
    public static IEnumerable<Problem> Check(PlannedMigration reverted, MigrationGoal goal)
    {
        var destructive = reverted.Work.Steps.Where(step => step.IsDestructive).ToList();
        if (goal.AllowDataLoss || destructive.Count == 0)
            yield break;

        yield return new Problem(ErrorCode.RevertLosesData, $"Taking back migration {reverted.Id} loses data.",
            $"If that is meant, say so: {goal with { AllowDataLoss = true }}. A backup of the database as it is now is kept in any case.",
            destructive.Select(step => ("step", step.Words)));
    }

    public static Problem NoDown(CatalogedMigration migration) => new(
        ErrorCode.NotRevertible, $"Migration {migration.Id} cannot be taken back: it has no Down.",
        "Put back the backup from before it, or write a new migration that undoes it. "
        + "A migration that is to be taken back has from its start: public override void Down(Steps down) { … }",
        ("class", migration.ClassName));

    private static List<CatalogedMigration> Last(List<CatalogedMigration> applied, int steps, MigrationGoal goal, List<Problem> problems)
    {
        if (applied.Count >= steps)
            return applied[^steps..];

        problems.Add(new Problem(ErrorCode.NothingToRevert,
            string.Create(CultureInfo.InvariantCulture, $"{goal} asks for {steps} to be taken back, but {applied.Count switch { 0 => "no migration was", 1 => "only 1 was", var count => $"only {count} were" }} applied."),
            applied.Count == 0 ? "There is nothing to take back." : $"To take back all: MigrationGoal.To(\"{Goal.BeforeTheFirst}\")",
            ("applied", applied.Count == 0 ? "none" : string.Join("\n", applied.Select(migration => migration.Id)))));
        return [];
    }

    /// <summary>Whatever is newer in the target's module, and all that stands on it.</summary>
    private static List<CatalogedMigration> Beyond(MigrationCatalog catalog, List<CatalogedMigration> applied, string target, string? module)
    {
        var last = target == Goal.BeforeTheFirst ? null : catalog.TryFind(target, module);
        if (last is null && target != Goal.BeforeTheFirst)
            return [];

        var chosen = applied.Where(migration => last is null
            ? module is null || migration.Id.Module == module
            : migration.Id.Module == last.Id.Module && migration.Id.CompareTo(last.Id) > 0).ToHashSet();
        // In run order, so that one pass finds what depends on what depends on it.
        foreach (var migration in applied.Where(migration => !chosen.Contains(migration)).ToList())
        {
            if (chosen.Any(other => migration.DependsOn.Contains(other.ClassName) || (migration.Id.Module == other.Id.Module && migration.Id.CompareTo(other.Id) > 0)))
                chosen.Add(migration);
        }

        return [.. applied.Where(chosen.Contains)];
    }

    /// <summary>A migration that only a newer program knows stands on those before it.</summary>
    private static IEnumerable<Problem> Newer(MigrationCatalog catalog, DatabaseState state, IReadOnlyList<CatalogedMigration> chosen)
    {
        var modules = chosen.Select(migration => migration.Id.Module).ToHashSet();
        return JournalCheck.Newer(catalog, state).Where(entry => modules.Contains(entry.Module)).Select(entry => JournalCheck.DatabaseNewer(catalog, entry));
    }

    /// <summary>A Down leads to the constants of the migration before: where that was left out, they are not what the database had.</summary>
    private static IEnumerable<Problem> WithoutPredecessor(MigrationCatalog catalog, List<CatalogedMigration> applied, IReadOnlyList<CatalogedMigration> chosen) =>
        from migration in chosen
        let before = catalog.Migrations.LastOrDefault(other => other.Id.Module == migration.Id.Module && other.Id.CompareTo(migration.Id) < 0)
        where before is not null && !applied.Contains(before)
        select new Problem(ErrorCode.RevertOutOfOrder, $"Migration {migration.Id} cannot be taken back: {before.Id.Text}, to which it leads back, was never applied.",
            $"Apply {before.Id.Text} first, or put back the backup from before {migration.Id.Text}.");
}
