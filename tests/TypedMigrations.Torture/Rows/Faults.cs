using TypedMigrations.Torture.Attempts;

namespace TypedMigrations.Torture.Rows;

/// <summary>What is demanded of a run that met a fault.</summary>
internal static class Faults
{
    /// <summary>It ended well, or it was refused with a code; and where it said that it ended well, the database is as after.</summary>
    /// <param name="ending">How it ended.</param>
    /// <param name="found">The state of the database.</param>
    /// <param name="story">What it said.</param>
    public static void Check(string ending, string found, string story)
    {
        if (ending != "done" && ending != "cancelled" && !ending.StartsWith("refused TM", StringComparison.Ordinal))
            throw new LostException($"The run {ending} where an error with a code is due.\n{story}");
        if (ending != "done" && found == "after" && story.Contains("was not changed", StringComparison.Ordinal))
            throw new LostException($"The run said that the database was not changed, but it was.\n{story}");
    }

    /// <summary>Whether the runtime itself gave up, before or beside the library: it has its own needs of memory, files and threads.</summary>
    public static bool IsOfTheRuntime(string ending, string story) =>
        (ending == "killed" || ending.StartsWith("crashed", StringComparison.Ordinal) || ending.StartsWith("threw", StringComparison.Ordinal))
        && Words.Any(words => story.Contains(words, StringComparison.Ordinal));

    private static readonly string[] Words =
    [
        "GC heap initialization failed", "Failed to create CoreCLR", "hostfxr", "hostpolicy", "Out of memory", "Cannot allocate memory", "OutOfMemoryException",
        "Too many open files", "Could not load file or assembly", "Unable to load shared library", "valid ICU package", "No usable version of libssl", "Fatal error", "Failed to ", "TaskSchedulerException",
    ];
}
