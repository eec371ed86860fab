using TypedMigrations.Torture.Attempts;
using TypedMigrations.Torture.Rows.BadFiles;
using TypedMigrations.Torture.Rows.Hostile;
using TypedMigrations.Torture.Rows.Killing;
using TypedMigrations.Torture.Rows.Power;
using TypedMigrations.Torture.Rows.Sharing;
using TypedMigrations.Torture.Rows.Space;

namespace TypedMigrations.Torture.Rows;

/// <summary>Every row there is.</summary>
internal static class AllRows
{
    public static IReadOnlyList<Row> Make() =>
    [
        new KilledAtAnEvent(),
        new KilledAtAnInstant(),
        new KilledAtASystemCall(),
        new HolderIsKilled(),
        new DiskIsSmall(),
        new DiskFillsUp(),
        new FilesMayNotGrow(),
        new NothingMayBeWritten(),
        new SomethingIsForbidden(),
        new FewHandles(),
        new LittleMemory(),
        new SystemCallFails(),
        new SyncsInOrder(),
        new PowerIsCut(),
        new TwentyAtOnce(),
        new ClockJumps(),
        new PlacesOfTheWorld(),
        new FileIsTruncated(),
        new BytesAreFlipped(),
        new LogIsForeign(),
        new FileIsLinked(),
        new SwapIsCut(),
        new OthersHoldIt(),
        new FolderIsMeddledWith(),
        new CodeMisbehaves(),
        new CodeNeverEnds(),
        new RunIsCancelled(),
        new ValuesAreDeep(),
        new TablesAreMany(),
    ];

    /// <summary>Some of them; all where no name is given.</summary>
    public static IReadOnlyList<Row> Named(IReadOnlyList<string> names)
    {
        var all = Make();
        return names.Count == 0 ? all : [.. names.Select(name => all.FirstOrDefault(row => row.Name == name)
            ?? throw new ArgumentException($"There is no row {name}: {string.Join(", ", all.Select(row => row.Name))}."))];
    }
}
