using TypedMigrations.LiteDb.CrashTests.Databases;
using TypedMigrations.Torture.Attempts;

namespace TypedMigrations.Torture.Rows.BadFiles;

/// <summary>What is demanded of a run that met a damaged file.</summary>
internal static class Damage
{
    /// <summary>A refused file is byte for byte what it was.</summary>
    public static void IsUntouched(Bench bench, byte[] bytes, string story)
    {
        if (!File.Exists(bench.Place.Database))
            throw new LostException($"The run was refused, but the file is gone.\n{story}");
        var left = File.ReadAllBytes(bench.Place.Database);
        if (!left.AsSpan().SequenceEqual(bytes))
            throw new LostException($"The run was refused, but the file is another: {left.Length} bytes after {bytes.Length}, the first {left.AsSpan().CommonPrefixLength(bytes)} the same.\n{story}");
        if (Path.Exists(bench.Place.WorkFolder) || File.Exists(bench.Place.Intent))
            throw new LostException($"The run was refused, but left something behind.\n{story}");
    }

    /// <summary>How many documents of one are not exactly so in the other, those that only one has included.</summary>
    public static int Count(DatabaseFacts found, DatabaseFacts expected) => Names(found).Union(Names(expected)).Sum(name =>
    {
        var (mine, theirs) = (Texts(found, name), Texts(expected, name));
        return mine.Except(theirs).Union(theirs.Except(mine)).Select(document => document.Key).Distinct().Count();
    });

    /// <summary>How many documents are gone.</summary>
    public static int CountMissing(DatabaseFacts found, DatabaseFacts expected) =>
        Names(expected).Sum(name => Texts(expected, name).Keys.Except(Texts(found, name).Keys).Count());

    private static IEnumerable<string> Names(DatabaseFacts facts) => facts.Collections.Keys.Where(name => !name.StartsWith("_migrations", StringComparison.Ordinal));

    private static Dictionary<string, string> Texts(DatabaseFacts facts, string name) =>
        facts.Collections.GetValueOrDefault(name)?.ToDictionary(document => document.Key, document => BsonText.Of(document.Value)) ?? [];
}
