namespace TypedMigrations.LiteDb.Files;

/// <summary>Follows symbolic links as the operating system does.</summary>
/// <remarks>
/// .NET shortens <c>folder/../file</c> as text, which is wrong where <c>folder</c> is itself a link. So each part is looked at.
/// </remarks>
internal static class Links
{
    // What Linux allows.
    private const int MostLinks = 40;

    /// <summary>The file at the end of a chain of links, which need not exist.</summary>
    /// <param name="path">A full path.</param>
    /// <param name="passed">Gets the links on the way.</param>
    public static string Follow(string path, ICollection<string> passed)
    {
        var current = path;
        while (new FileInfo(current).LinkTarget is { } target)
        {
            passed.Add(current);
            if (passed.Count > MostLinks)
                throw Circle(path);

            var folder = RealFolder(Path.GetDirectoryName(current)!, path, depth: 0);
            var next = Path.Combine(folder, target);
            current = Path.Combine(RealFolder(Path.GetDirectoryName(next)!, path, depth: 0), Path.GetFileName(next));
        }

        return current;
    }

    private static string RealFolder(string folder, string path, int depth)
    {
        if (depth > MostLinks)
            throw Circle(path);

        var root = Path.GetPathRoot(folder)!;
        var current = root;
        foreach (var part in folder[root.Length..].Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == ".")
                continue;

            if (part == "..")
            {
                current = Path.GetDirectoryName(current) ?? current;
                continue;
            }

            var next = Path.Combine(current, part);
            current = new DirectoryInfo(next).LinkTarget is { } target ? RealFolder(Path.Combine(current, target), path, depth + 1) : next;
        }

        return current;
    }

    private static MigrationException Circle(string path) => new(new Problem(
        ErrorCode.NotADatabase,
        $"The symbolic links of {Path.GetFileName(path)} lead in a circle.",
        "Let the link lead to the database file.",
        ("file", path)));
}
