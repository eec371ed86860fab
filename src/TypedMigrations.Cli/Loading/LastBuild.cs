using System.Text.Json;

namespace TypedMigrations.Cli.Loading;

/// <summary>Remembers the last build of a project, so that a command need not ask MSBuild whether there is something to build: that alone takes seconds.</summary>
/// <remarks>
/// A build is fresh while no file and no folder of the project, of the projects that it references, and of what they import from the folders above
/// is newer than the moment at which it began. Sources that lie elsewhere do not count.
/// </remarks>
internal sealed class LastBuild
{
    private static readonly string[] Imports = ["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "global.json", "nuget.config"];

    private readonly string _project;
    private readonly DateTime _began;
    private readonly string _entries;

    private LastBuild(string project, string assembly, DateTime began, string entries)
    {
        _project = project;
        Assembly = assembly;
        _began = began;
        _entries = entries;
    }

    /// <summary>The assembly that it made.</summary>
    public string Assembly { get; }

    public static LastBuild? TryRead(string project, string configuration)
    {
        try
        {
            var lines = File.ReadAllLines(NoteOf(project, configuration));
            return new LastBuild(project, lines[0], new DateTime(long.Parse(lines[1], System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc), lines[2]);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or FormatException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    public static void Write(string project, string configuration, string assembly, DateTime began)
    {
        try
        {
            File.WriteAllLines(NoteOf(project, configuration), [assembly, began.Ticks.ToString(System.Globalization.CultureInfo.InvariantCulture), EntriesOf(Projects(project))]);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException)
        {
            // The next command builds again.
        }
    }

    public bool IsFresh()
    {
        try
        {
            var projects = Projects(_project).ToList();
            return File.Exists(Assembly) && projects.All(IsOld) && EntriesOf(projects) == _entries;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException)
        {
            return false;
        }
    }

    private static string NoteOf(string project, string configuration) => Path.Combine(Path.GetDirectoryName(project)!, "obj", $"dotnet-migrations.{configuration}.txt");

    /// <summary>What lies in the folders of the projects themselves: a file that came with an old time, or went, changes no time that counts.</summary>
    private static string EntriesOf(IEnumerable<string> projects) => string.Join('|', projects
        .SelectMany(project => new DirectoryInfo(Path.GetDirectoryName(project)!).EnumerateFileSystemInfos().Where(entry => entry is DirectoryInfo folder ? folder.Name is not ("bin" or "obj") && !IsNoSource(folder) : !IsNoSource(entry.Name)))
        .Select(entry => entry.Name).Order(StringComparer.Ordinal));

    private bool IsOld(string project)
    {
        var folder = Path.GetDirectoryName(project)!;
        return Above(folder).All(IsOlder) && IsOldFolder(new DirectoryInfo(folder), isRoot: true);
    }

    private bool IsOldFolder(DirectoryInfo folder, bool isRoot)
    {
        // A folder's own time tells of files that came or went. The root's tells of bin and obj, too, which count as little as hidden folders do,
        // and as those that a run leaves beside a database.
        if (!isRoot && folder.LastWriteTimeUtc >= _began)
            return false;
        return folder.EnumerateFileSystemInfos().All(entry => entry switch
        {
            DirectoryInfo { Name: "bin" or "obj" } when isRoot => true,
            DirectoryInfo below => IsNoSource(below) || IsOldFolder(below, isRoot: false),
            _ => entry.LastWriteTimeUtc < _began || IsNoSource(entry.Name),
        });
    }

    private static bool IsNoSource(string file) => Path.GetExtension(file) is ".db" or ".log" or ".user" or ".lock" or ".lock-holder" or ".audit" or ".swap" || file.EndsWith(".received.txt", StringComparison.Ordinal);

    private static bool IsNoSource(DirectoryInfo folder) => folder.Name.StartsWith('.') || folder.Extension is ".backups" or ".migrating";

    private static IEnumerable<string> Above(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            foreach (var import in Imports)
                yield return Path.Combine(at.FullName, import);
        }
    }

    private bool IsOlder(string file) => !File.Exists(file) || File.GetLastWriteTimeUtc(file) < _began;

    /// <summary>The project and all that it references, as its last restore found them.</summary>
    private static IEnumerable<string> Projects(string project)
    {
        var folder = Path.GetDirectoryName(project)!;
        using var assets = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "obj", "project.assets.json")));
        var references = assets.RootElement.GetProperty("libraries").EnumerateObject()
            .Where(library => library.Value.GetProperty("type").GetString() == "project")
            .Select(library => Path.GetFullPath(library.Value.GetProperty("path").GetString()!, folder));
        return [project, .. references];
    }
}
