using System.Runtime.InteropServices;

namespace TypedMigrations.LiteDb.Files;

/// <summary>Brings a folder's names to the disk: without it a rename may be undone by a loss of power.</summary>
internal static class FolderSync
{
    /// <summary>Returns when the disk has the names. Does nothing on Windows, where NTFS logs renames and no folder can be flushed.</summary>
    public static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows())
            return;

        const int readOnly = 0;
        var descriptor = Unix.Open(folder, readOnly);
        if (descriptor < 0)
            throw Unix.LastError("open", folder);

        try
        {
            if (Unix.Sync(descriptor) != 0 && Marshal.GetLastPInvokeError() != NotSupported)
                throw Unix.LastError("fsync", folder);
        }
        finally
        {
            _ = Unix.Close(descriptor);
        }
    }

    // EINVAL: a file system that has nothing to flush for a folder, such as some in user space.
    private const int NotSupported = 22;
}
