using System.Globalization;
using System.Text.Json;

namespace TypedMigrations.Cli.Locating;

/// <summary>The file <c>migrations.json</c>: settings for everybody who works in its folder or below.</summary>
internal sealed class MigrationsJson
{
    public const string FileName = "migrations.json";

    private const string UserVersionsName = "userVersions";
    private static readonly string[] Names = ["project", "assembly", "url", "database", "module", "configuration", "lockTimeout"];

    private readonly Dictionary<string, string> _values = [];
    private readonly Dictionary<int, string> _userVersions = [];

    private MigrationsJson(string path) => Path = path;

    public string Path { get; }

    /// <summary>LiteDB's user versions to the migrations that they stand for.</summary>
    public IReadOnlyDictionary<int, string> UserVersions => _userVersions;

    /// <summary>The nearest one, in a folder or above it; null where there is none.</summary>
    /// <exception cref="CliException">TM6004: it cannot be read, or has a member that is no setting.</exception>
    public static MigrationsJson? TryFind(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            var path = System.IO.Path.Combine(at.FullName, FileName);
            if (File.Exists(path))
                return Read(path);
        }

        return null;
    }

    /// <summary>The value of a setting, by its name on the command line.</summary>
    public string? Find(string name) => _values.GetValueOrDefault(name.Replace("lock-timeout", "lockTimeout", StringComparison.Ordinal));

    private static MigrationsJson Read(string path)
    {
        var read = new MigrationsJson(path);
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            foreach (var member in document.RootElement.EnumerateObject())
                read.Add(member);
            return read;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            throw CliException.Usage(CliErrorCode.SettingsUnreadable, $"The file {path} cannot be read.", "Write a JSON object of texts: { \"project\": \"src/Shop\", \"database\": \"shop.db\" }", ("reason", exception.Message));
        }
    }

    private void Add(JsonProperty member)
    {
        if (member.Name == "$schema")
            return;
        if (member.Name == UserVersionsName)
        {
            foreach (var version in member.Value.EnumerateObject())
                AddUserVersion(version);
            return;
        }

        if (!Names.Contains(member.Name))
        {
            throw CliException.Usage(CliErrorCode.SettingsUnreadable, $"'{member.Name}' in {Path} is no setting.", "Correct it or remove it.",
                ("there are", string.Join(", ", Names.Append(UserVersionsName))));
        }

        if (member.Value.ValueKind != JsonValueKind.Null && !_values.TryAdd(member.Name, member.Value.GetString()!))
            throw new InvalidOperationException($"'{member.Name}' is there twice.");
    }

    private void AddUserVersion(JsonProperty version)
    {
        if (!int.TryParse(version.Name, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            throw new InvalidOperationException($"'{version.Name}' in {UserVersionsName} is no whole number.");
        if (!_userVersions.TryAdd(number, version.Value.GetString() ?? throw new InvalidOperationException($"'{version.Name}' in {UserVersionsName} names no migration.")))
            throw new InvalidOperationException($"'{version.Name}' in {UserVersionsName} is there twice.");
    }
}
