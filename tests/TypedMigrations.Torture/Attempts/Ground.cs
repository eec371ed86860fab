namespace TypedMigrations.Torture.Attempts;

/// <summary>The folder in which everything happens, gone at the end.</summary>
internal static class Ground
{
    private static readonly Lazy<string> Root = new(() => Directory.CreateTempSubdirectory("torture-").FullName);
    private static int _number;

    /// <summary>Makes a folder whose name nothing had.</summary>
    public static string NewFolder(string name) => Directory.CreateDirectory(NewPath(name)).FullName;

    /// <summary>A path that nothing had.</summary>
    public static string NewPath(string name) => Path.Combine(Root.Value, $"{name}-{Interlocked.Increment(ref _number)}");

    public static void DeleteAll()
    {
        if (Root.IsValueCreated)
            Directory.Delete(Root.Value, recursive: true);
    }
}
