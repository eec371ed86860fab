namespace TypedMigrations.Discovering;

/// <summary>Finds what is wrong with squashes, whatever the database is.</summary>
internal static class SquashCheck
{
    public static IEnumerable<Problem> Check(IReadOnlyList<CatalogedMigration> migrations)
    {
        foreach (var squash in migrations.Where(migration => migration.IsSquash))
        {
            var unreadable = squash.Replaces.Select(history => Fault(squash, history)).OfType<string>().ToList();
            if (unreadable.Count > 0)
            {
                yield return Unreadable(squash, unreadable);
                continue;
            }

            var module = migrations.Where(migration => migration != squash && migration.Id.Module == squash.Id.Module).ToList();
            foreach (var replaced in module.Where(migration => squash.IsFor(migration.Id.Text)))
                yield return StillThere(squash, replaced);
            if (squash.Replaces.SelectMany(history => history).Select(id => IdOf(squash, id)!).Max() is { } last && last.Stamp > squash.Id.Stamp)
                yield return Earlier(squash, last);
            if (module.FirstOrDefault(migration => migration.Id.CompareTo(squash.Id) < 0 && !squash.IsFor(migration.Id.Text)) is { } before)
                yield return NotTheFirst(squash, before);
        }
    }

    /// <summary>What is wrong with a list of ids, as the end of a sentence; null where nothing is.</summary>
    private static string? Fault(CatalogedMigration squash, IReadOnlyList<string> history)
    {
        if (history.FirstOrDefault(id => IdOf(squash, id) is null) is { } malformed)
            return $"\"{malformed}\" is no stamp and name";
        if (history.Zip(history.Skip(1)).FirstOrDefault(pair => IdOf(squash, pair.First)!.Stamp >= IdOf(squash, pair.Second)!.Stamp) is { First: not null } pair)
            return $"\"{pair.Second}\" is not later than \"{pair.First}\", which stands before it";
        return history is [var only] && only == squash.Id.Text ? "it names only the migration itself" : null;
    }

    private static MigrationId? IdOf(CatalogedMigration squash, string id) => MigrationId.TryParse(id, squash.Id.Module);

    private static Problem Unreadable(CatalogedMigration squash, IEnumerable<string> faults) => new(
        ErrorCode.ReplacesUnreadable, $"What migration {squash.Id} replaces cannot be told.",
        "Write the ids of the replaced migrations as their folders have them, without the M, oldest first: [Replaces(\"20201006_First\", \"20201022_Second\")]",
        faults.Select(fault => ("[Replaces]", fault)));

    private static Problem StillThere(CatalogedMigration squash, CatalogedMigration replaced) => new(
        ErrorCode.ReplacedStillInCode, $"Migration {replaced.Id} is still in the code, and {squash.Id.Text} replaces it.",
        $"Remove the folder {replaced.Namespace.Split('.')[^1]}, or take its id out of [Replaces].",
        ("class", replaced.ClassName));

    private static Problem Earlier(CatalogedMigration squash, MigrationId last) => new(
        ErrorCode.SquashMisplaced, $"Migration {squash.Id} replaces the later {last.Text}.",
        $"Give it the namespace M{last.Text}: a squash stands where the last migration stood that it replaces.");

    private static Problem NotTheFirst(CatalogedMigration squash, CatalogedMigration before) => new(
        ErrorCode.SquashMisplaced, $"Migration {squash.Id} replaces older ones, but is not the first of its module: {before.Id.Text} comes before it.",
        $"A squash is a first migration: let it replace {before.Id.Text} too, or give it the namespace of the last migration that it replaces.");
}
