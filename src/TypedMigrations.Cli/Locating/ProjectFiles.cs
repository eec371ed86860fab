namespace TypedMigrations.Cli.Locating;

/// <summary>Finds project files.</summary>
internal static class ProjectFiles
{
    /// <summary>The project at a path: the file itself, or the only one of a folder.</summary>
    /// <exception cref="CliException">TM6002: there is none, or there are several.</exception>
    public static string At(string path)
    {
        if (File.Exists(path))
            return path;
        var projects = Directory.Exists(path) ? In(path) : [];
        return projects.Length == 1 ? projects[0] : throw (projects.Length == 0
            ? CliException.Usage(CliErrorCode.NoMigrationsNamed, $"There is no project at {path}.", "Name a project file, or a folder with one: --project src/Shop")
            : CliException.Usage(CliErrorCode.NoMigrationsNamed, $"There are several projects in {path}.", "Name one of them with --project.", ("there are", string.Join("\n", projects.Select(Path.GetFileName)))));
    }

    /// <summary>The project of a folder, or of the nearest one above it that has one; null where none has.</summary>
    public static string? TryFindAbove(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            if (In(at.FullName).Length > 0)
                return At(at.FullName);
        }

        return null;
    }

    private static string[] In(string folder) => [.. Directory.EnumerateFiles(folder, "*.csproj").Order(StringComparer.Ordinal)];
}
