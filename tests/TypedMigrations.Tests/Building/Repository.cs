namespace TypedMigrations.Tests.Building;

/// <summary>The repository that this test was built in.</summary>
internal static class Repository
{
    public static readonly string Root = Find(AppContext.BaseDirectory);

    public static string Read(params string[] path) => File.ReadAllText(Path.Combine([Root, .. path]));

    /// <summary>The files of src/ that people wrote.</summary>
    public static IEnumerable<string> Sources(string pattern) => Directory.EnumerateFiles(Path.Combine(Root, "src"), pattern, SearchOption.AllDirectories)
        .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));

    private static string Find(string folder) => File.Exists(Path.Combine(folder, "Migrations.sln"))
        ? folder
        : Find(Path.GetDirectoryName(folder.TrimEnd(Path.DirectorySeparatorChar)) ?? throw new DirectoryNotFoundException("There is no Migrations.sln above the test."));
}
