using DiffEngine;

namespace TypedMigrations.Testing.Snapshots;

/// <summary>Opens the reader's own diff tool.</summary>
internal static class DiffTool
{
    public static void Open(SnapshotFile file)
    {
        // DiffEngine finds out what may be opened: nothing on a build server, in a continuous test runner, or where
        // DiffEngine_Disabled is set. A reader without a tool has the difference in the message.
        if (!DiffRunner.Disabled && !BuildServerDetector.Detected)
            DiffRunner.LaunchForText(file.Received, file.Verified);
    }
}
