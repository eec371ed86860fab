using TypedMigrations.Discovering;
using TypedMigrations.Storing;

namespace TypedMigrations.Planning;

/// <summary>Says what a database has as the code names it: one that ran all that a squash replaces has the squash.</summary>
/// <remarks>Whoever compares journal and code asks here first. The journal itself stays as it is: a squash that was found so is never written.</remarks>
internal static class EffectiveJournal
{
    /// <summary>The state with the squashes in place of what they replace.</summary>
    /// <param name="catalog">The migrations in the code.</param>
    /// <param name="state">What the database says.</param>
    /// <param name="problems">Gets a problem for each squash of which the database ran a part.</param>
    public static DatabaseState Of(MigrationCatalog catalog, DatabaseState state, List<Problem> problems)
    {
        foreach (var squash in catalog.Migrations.Where(migration => migration.IsSquash))
            state = WithSquash(squash, state, problems);
        return state;
    }

    /// <summary>The ids under which the journal has a migration: its own, or those that it replaces.</summary>
    public static IEnumerable<MigrationId> IdsOf(CatalogedMigration migration, DatabaseState state) => migration.IsSquash
        ? state.Journal.Where(entry => IsOf(migration, entry)).Select(entry => MigrationId.TryParse(entry.Id, entry.Module)!)
        : [migration.Id];

    private static DatabaseState WithSquash(CatalogedMigration squash, DatabaseState state, List<Problem> problems)
    {
        var entries = state.Journal.Where(entry => IsOf(squash, entry)).ToList();
        // A squash may have the id of the last migration that it replaces. Found alone, that is the squash itself.
        if (entries.TrueForAll(entry => entry.Id == squash.Id.Text))
            return state;

        var ids = entries.Select(entry => entry.Id).ToHashSet();
        var lacks = squash.Replaces.Select(history => history.Where(id => !ids.Contains(id)).ToList()).MinBy(missing => missing.Count)!;
        // It counts as there all the same: one problem is enough to say what is the matter.
        if (lacks.Count > 0)
            problems.Add(Partly(squash, entries, lacks));
        return state with { Journal = [.. state.Journal.Except(entries), entries[^1] with { Id = squash.Id.Text, Fingerprint = squash.Fingerprint }] };
    }

    private static bool IsOf(CatalogedMigration squash, JournalEntry entry) =>
        entry.Module == squash.Id.Module && (entry.Id == squash.Id.Text || squash.IsFor(entry.Id));

    private static Problem Partly(CatalogedMigration squash, IEnumerable<JournalEntry> entries, IEnumerable<string> lacks) => new(
        ErrorCode.SquashPartlyApplied, $"Migration {squash.Id} replaces older ones, of which the database has some, but not all.",
        "Start a build that still has them, the last one before they were squashed, and then this one.",
        ("has", string.Join("\n", entries.Select(entry => entry.Id))), ("lacks", string.Join("\n", lacks)));
}
