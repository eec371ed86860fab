namespace TypedMigrations.Cli.Scaffolding.Reading;

/// <summary>Finds the files of a folder that people write: not what builds and tools leave there.</summary>
internal static class SourceFolder
{
    /// <param name="folder">Where to look, and in the folders below.</param>
    /// <param name="pattern">Such as <c>*.cs</c>.</param>
    /// <param name="isProject">Whether the folder is a project's: then folders below with a project of their own are not looked at.</param>
    public static IEnumerable<string> FilesOf(string folder, string pattern, bool isProject) => Directory.EnumerateFiles(folder, pattern).Order(StringComparer.Ordinal)
        .Concat(Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal).Where(below => IsWritten(below) && !(isProject && HasProject(below))).SelectMany(below => FilesOf(below, pattern, isProject)));

    /// <summary>The folder of the repository or the solution that a folder belongs to; where there is none, the folder itself.</summary>
    public static string RootOf(string folder)
    {
        for (var at = folder; at is not null; at = Path.GetDirectoryName(at))
        {
            if (Path.Exists(Path.Combine(at, ".git")) || Directory.EnumerateFiles(at, "*.sln*").Any())
                return at;
        }

        return folder;
    }

    private static bool IsWritten(string folder) => Path.GetFileName(folder) is not ("bin" or "obj" or "node_modules") && !Path.GetFileName(folder).StartsWith('.');

    private static bool HasProject(string folder) => Directory.EnumerateFiles(folder, "*.csproj").Any();
}
