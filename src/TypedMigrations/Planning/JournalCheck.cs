using System.Globalization;
using TypedMigrations.Discovering;
using TypedMigrations.Storing;

namespace TypedMigrations.Planning;

/// <summary>Finds what the journal says that the code does not, and the other way round.</summary>
internal static class JournalCheck
{
    public static IEnumerable<Problem> Compare(MigrationCatalog catalog, DatabaseState state, PlanRequest request)
    {
        var code = catalog.Migrations.ToLookup(MigrationKey.Of);
        foreach (var entry in state.Journal)
        {
            if (code[MigrationKey.Of(entry)].FirstOrDefault() is { } migration && migration.Fingerprint != entry.Fingerprint)
                yield return Edited(migration, entry);
        }

        var newer = Newer(catalog, state);
        foreach (var problem in Missing(catalog, state, newer))
            yield return problem;

        if (request.AllowOutOfOrder)
            yield break;
        foreach (var problem in OutOfOrder(catalog, state, newer))
            yield return problem;
    }

    /// <summary>The entries that are newer than the newest migration of their module in the code.</summary>
    public static IReadOnlyList<JournalEntry> Newer(MigrationCatalog catalog, DatabaseState state) =>
    [
        .. NotInCode(catalog, state).Where(entry =>
            NewestInCode(catalog, entry.Module) is { } newest && MigrationId.TryParse(entry.Id, entry.Module) is { } id && id.CompareTo(newest) > 0),
    ];

    public static Problem DatabaseNewer(MigrationCatalog catalog, JournalEntry entry) => new(
        ErrorCode.DatabaseNewer, $"The database is newer than this program: migration {entry.Id} of module {entry.Module} was applied to it.",
        "Start the newer program, or put back the backup from before that migration.",
        ("applied", $"{When(entry)} by build {entry.ApplicationVersion}"), ("newest in code", NewestInCode(catalog, entry.Module)!.Text));

    private static IEnumerable<JournalEntry> NotInCode(MigrationCatalog catalog, DatabaseState state)
    {
        var code = catalog.Migrations.Select(MigrationKey.Of).ToHashSet();
        return state.Journal.Where(entry => !code.Contains(MigrationKey.Of(entry)));
    }

    private static Problem Edited(CatalogedMigration migration, JournalEntry entry) => new(
        ErrorCode.EditedSinceApplied, $"Migration {migration.Id} was edited after it was applied.",
        "Restore the migration as it was applied, and put the new work into a new one.",
        ("applied", $"{When(entry)} by build {entry.ApplicationVersion}, fingerprint {Short(entry.Fingerprint)}"),
        ("in code", $"fingerprint {Short(migration.Fingerprint)}"));

    private static IEnumerable<Problem> Missing(MigrationCatalog catalog, DatabaseState state, IReadOnlyList<JournalEntry> newer)
    {
        foreach (var entry in NotInCode(catalog, state).GroupBy(entry => entry.Module).SelectMany(module => module))
        {
            if (!newer.Contains(entry))
                yield return MissingInCode(catalog, entry);
            else if (!entry.IsAdditive)
                yield return DatabaseNewer(catalog, entry);
        }
    }

    private static Problem MissingInCode(MigrationCatalog catalog, JournalEntry entry) => new(
        ErrorCode.MissingInCode, $"Migration {entry.Id} of module {entry.Module} was applied, but is missing in the code.",
        NewestInCode(catalog, entry.Module) is null ? $"Register module {entry.Module} with .AddModule<…>()." : "Restore the migration from the version control system.",
        ("applied", $"{When(entry)} by build {entry.ApplicationVersion}"));

    private static MigrationId? NewestInCode(MigrationCatalog catalog, string module) => catalog.Migrations.LastOrDefault(migration => migration.Id.Module == module)?.Id;

    private static IEnumerable<Problem> OutOfOrder(MigrationCatalog catalog, DatabaseState state, IReadOnlyList<JournalEntry> newer)
    {
        var known = state.Journal.Select(MigrationKey.Of).ToHashSet();
        // An additive migration of a newer program counts, though the code does not have it.
        var additions = newer.Where(entry => entry.IsAdditive).ToLookup(entry => entry.Module, entry => MigrationId.TryParse(entry.Id, entry.Module)!);
        foreach (var module in catalog.Migrations.GroupBy(migration => migration.Id.Module))
        {
            var newest = additions[module.Key].Max() ?? module.LastOrDefault(migration => known.Contains(MigrationKey.Of(migration)))?.Id;
            foreach (var migration in module.TakeWhile(migration => newest is not null && migration.Id.CompareTo(newest) < 0))
            {
                if (known.Contains(MigrationKey.Of(migration)))
                    continue;
                yield return new Problem(ErrorCode.OutOfOrder, $"Migration {migration.Id} is pending, but older than the newest applied one of its module.",
                    $"Give it a stamp after {newest!.StampText}, in its namespace and its folder, and base it on {newest.Text}.",
                    ("newest applied", newest.Text));
            }
        }
    }

    private static string When(JournalEntry entry) => entry.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Short(string fingerprint) => fingerprint.Length <= 15 ? fingerprint : fingerprint[..15] + "…";
}
