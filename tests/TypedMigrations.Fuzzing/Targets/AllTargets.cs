using TypedMigrations.Fuzzing.Looping;

namespace TypedMigrations.Fuzzing.Targets;

/// <summary>Everything of the library that reads input from outside.</summary>
public static class AllTargets
{
    public static IReadOnlyList<FuzzTarget> All { get; } =
    [
        new DumpTarget(), new LedgerTarget(), new ConnectionStringTarget(), new CliConnectionTarget(), new CodecTarget(), new StampTarget(), new GoalTarget(), new ManifestLineTarget(),
        new SwapNoteTarget(), new NotesTarget(), new BackupNameTarget(), new MigrationsJsonTarget(), new SeedFileTarget(), new DataFileTarget(),
    ];
}
