using TypedMigrations.Discovering;
using TypedMigrations.Storing;

namespace TypedMigrations.Planning;

/// <summary>Says why a database is not to be adopted by a baseline.</summary>
internal static class BaselineCheck
{
    public static IEnumerable<Problem> Check(MigrationCatalog catalog, DatabaseState state, IReadOnlyDictionary<string, string> at)
    {
        var modules = catalog.Migrations.GroupBy(migration => migration.Id.Module).ToList();
        if (state.HasJournal)
            yield return JournalThere(state);
        else if (!state.HasTables)
            yield return NothingThere(state);
        else if (modules.Where(module => !at.ContainsKey("*") && !at.Keys.Contains(module.Key, StringComparer.OrdinalIgnoreCase)).ToList() is { Count: > 0 } unnamed)
            yield return Incomplete(unnamed);
        else if (at.Values.All(migration => migration == Goal.BeforeTheFirst))
            yield return Empty();
    }

    private static Problem JournalThere(DatabaseState state) => new(
        ErrorCode.JournalThere, "The database has a journal already: the library knows which migrations it has.",
        "There is nothing to adopt. Run the migrations that are pending.",
        ("in the journal", state.Journal.Count == 0 ? "no migration: all were taken back" : string.Join("\n", state.Journal.Select(entry => $"{entry.Id} of module {entry.Module}"))));

    private static Problem NothingThere(DatabaseState state) => new(
        ErrorCode.NothingToAdopt, state.Exists ? "The database has no table that could be adopted." : "The database does not exist, so that nothing can be adopted.",
        "Run the migrations: a new database needs no baseline.");

    private static Problem Incomplete(IReadOnlyList<IGrouping<string, CatalogedMigration>> unnamed) => new(
        ErrorCode.BaselineIncomplete, $"The baseline does not say where {(unnamed.Count == 1 ? "module" : "the modules")} {string.Join(", ", unnamed.Select(module => module.Key))} {(unnamed.Count == 1 ? "is" : "are")}.",
        "Name the migration that each module is at, or 0 for before its first; * stands for every module that is not named.",
        unnamed.Select(module => ($"{module.Key} has", string.Join("\n", module.Select(migration => migration.Id.Text)))));

    private static Problem Empty() => new(
        ErrorCode.BaselineEmpty, "The baseline says of every module that it is before its first migration, so that nothing would be recorded.",
        "Name the migration that a module is at. If none of the tables belongs to a module, run the migrations with Migrations:AdoptAt=0.");
}
