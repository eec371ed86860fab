using System.Globalization;

namespace TypedMigrations.LiteDb.CrashTests.Killing;

/// <summary>How often the tests kill.</summary>
internal static class Kills
{
    /// <summary>
    /// How many kills a situation has at most. The environment variable TYPEDMIGRATIONS_CRASH_KILLS raises it: with 4, the default,
    /// some 40 processes are killed; with 40 every event of a run is met, and more than 200 are.
    /// </summary>
    public static int PerSituation { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("TYPEDMIGRATIONS_CRASH_KILLS"), NumberStyles.None, CultureInfo.InvariantCulture, out var kills) ? Math.Max(kills, 1) : 4;

    /// <summary>Some of many, spread evenly, the first and the last among them.</summary>
    public static IEnumerable<T> Of<T>(IReadOnlyList<T> all) => all.Count <= PerSituation
        ? all
        : Enumerable.Range(0, PerSituation).Select(number => all[number * (all.Count - 1) / Math.Max(PerSituation - 1, 1)]);
}
