using LiteDB;

namespace TypedMigrations.Cli.Locating;

/// <summary>Where the migrations and the database are, as far as somebody said so.</summary>
internal sealed class Settings
{
    /// <summary>The project file; null where none was named or found.</summary>
    public string? Project { get; init; }

    /// <summary>The built application or module; null where none was named. It comes before a project.</summary>
    public string? Assembly { get; init; }

    /// <summary>A running host; null where none was named.</summary>
    public string? Url { get; init; }

    /// <summary>The connection string of the database, its file with its full path; null where none was named or found.</summary>
    public ConnectionString? Database { get; init; }

    /// <summary>The password of databases whose connection string has none: that of <see cref="Database"/>, or else of the environment. Null for none.</summary>
    public string? Password { get; init; }

    /// <summary>The module; null where none was named.</summary>
    public string? Module { get; init; }

    /// <summary>The configuration in which the project is built.</summary>
    public required string Configuration { get; init; }

    /// <summary>Makes the options of a run: what the application's own settings say, and how long to wait for the lock.</summary>
    public required Func<MigrationOptions> MakeOptions { get; init; }

    /// <summary>Which database versions stand for which migrations, for adopting: LiteDB's user version to a stamp, an id or a name.</summary>
    public IReadOnlyDictionary<int, string> UserVersions { get; init; } = new Dictionary<int, string>();

    /// <summary>Every setting with where it comes from.</summary>
    public required IReadOnlyList<Setting> All { get; init; }

    /// <summary>Every file that was looked at, and whether it is there.</summary>
    public required IReadOnlyList<(string Path, bool IsFound)> Files { get; init; }

    /// <exception cref="CliException">TM6003: none was named or found.</exception>
    public ConnectionString RequireDatabase() => Database ?? throw CliException.Usage(
        CliErrorCode.NoDatabaseNamed, "It is not known where the database is.",
        "Name it: --database shop.db. Or once for all, in a file migrations.json in this folder or above: { \"database\": \"shop.db\" }",
        ("looked at", string.Join("\n", Files.Select(file => $"{file.Path}{(file.IsFound ? "" : " (not there)")}"))));
}

/// <summary>A setting and where it comes from.</summary>
/// <param name="Name">Its name, as on the command line.</param>
/// <param name="Value">Its value; passwords hidden. Null where it is not set.</param>
/// <param name="Source">Where it comes from, in words.</param>
internal sealed record Setting(string Name, string? Value, string Source);
