using System.Runtime.InteropServices;

namespace TypedMigrations.Torture.Rows.BadFiles;

/// <summary>Gives a file a second name. .NET cannot.</summary>
internal static class HardLink
{
    public static void Make(string path, string name)
    {
        if (Link(path, name) != 0)
            throw new IOException($"{name} could not be linked to {path}.");
    }

    [DllImport("libc", EntryPoint = "link", BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern int Link([MarshalAs(UnmanagedType.LPUTF8Str)] string from, [MarshalAs(UnmanagedType.LPUTF8Str)] string to);
}
