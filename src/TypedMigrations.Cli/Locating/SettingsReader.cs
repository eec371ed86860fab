using System.CommandLine;
using TypedMigrations.Cli.Commands;
using TypedMigrations.Hosting;

namespace TypedMigrations.Cli.Locating;

/// <summary>Reads settings: what was typed, then environment variables, then <c>migrations.json</c>, then what the application itself says, then what lies in the working folder.</summary>
internal sealed class SettingsReader
{
    private const string Password = "TYPEDMIGRATIONS_PASSWORD";

    private readonly ParseResult _parsed;
    private readonly Surroundings _surroundings;
    private readonly EnvironmentVariables _environment;
    private readonly MigrationsJson? _json;
    private readonly IReadOnlyList<SettingSource> _sources;
    private readonly List<Setting> _all = [];
    private readonly List<(string, bool)> _files = [];

    private SettingsReader(ParseResult parsed, Surroundings surroundings)
    {
        _parsed = parsed;
        _surroundings = surroundings;
        _environment = EnvironmentVariables.Read(surroundings, parsed.GetValue(CommonOptions.EnvFile) ?? []);
        _files.AddRange(_environment.Files);
        _json = MigrationsJson.TryFind(surroundings.WorkingFolder);
        _files.Add((_json?.Path ?? Path.Combine(surroundings.WorkingFolder, MigrationsJson.FileName), _json is not null));
        _sources =
        [
            new SettingSource(Typed, name => $"--{name}", surroundings.WorkingFolder),
            new SettingSource(name => _environment.Find(EnvironmentVariables.NameOf(name)), name => _environment.SourceOf(EnvironmentVariables.NameOf(name)), surroundings.WorkingFolder),
            .. _json is null ? (SettingSource[])[] : [new SettingSource(_json.Find, _ => _json.Path, Path.GetDirectoryName(_json.Path)!)],
        ];
    }

    /// <exception cref="CliException">A setting or a file with settings cannot be read.</exception>
    public static Settings Read(ParseResult parsed, Surroundings surroundings) => new SettingsReader(parsed, surroundings).Read();

    private Settings Read()
    {
        var project = Find("project");
        var assembly = Find("assembly");
        // What is typed comes before what a file says, whichever of the two it is.
        if (project?.Source == "--project" && assembly?.Source != "--assembly")
            assembly = null;
        var projectFile = assembly is not null ? null : project is null ? ProjectFiles.TryFindAbove(_surroundings.WorkingFolder) : ProjectFiles.At(project.Path);
        Tell("project", projectFile, project?.Source ?? "found in the working folder or above");
        Tell("assembly", assembly?.Path, assembly?.Source);
        var url = Find("url");
        Tell("url", url?.Value, url?.Source);

        var application = ApplicationSettings.Read(Path.GetDirectoryName(assembly?.Path ?? projectFile), _environment.All);
        _files.AddRange(application.Files);
        // LiteDB would encrypt with an empty password: a variable that is set to nothing means none.
        var password = _environment.Find(Password) is { Length: > 0 } set ? set : null;
        var database = new DatabaseSetting(application, password).Choose(Find("database"));
        Tell("database", database?.Hidden, database?.Source);

        var module = Find("module");
        Tell("module", module?.Value, module?.Source);
        var configuration = Find("configuration");
        Tell("configuration", configuration?.Value ?? "Debug", configuration?.Source);
        var lockTimeout = Find("lock-timeout");
        Tell("lock-timeout", lockTimeout?.Value, lockTimeout?.Source);
        return new Settings
        {
            Project = projectFile,
            Assembly = assembly?.Path,
            Url = url?.Value,
            Database = database?.Connection,
            Password = database?.Connection.Password ?? password,
            Module = module?.Value,
            Configuration = configuration?.Value ?? "Debug",
            MakeOptions = () => OptionsOf(application, lockTimeout is null ? null : TimeOf(lockTimeout)),
            UserVersions = _json?.UserVersions ?? new Dictionary<int, string>(),
            All = _all,
            Files = _files,
        };
    }

    private void Tell(string name, string? value, string? source) => _all.Add(new Setting(name, value, value is null ? "not set" : source ?? "default"));

    private Found? Find(string name) => _sources
        .Select(source => source.Find(name) is { Length: > 0 } value ? new Found(value, source.NameOf(name), source.Folder) : null)
        .FirstOrDefault(found => found is not null);

    private string? Typed(string name) => _parsed.GetResult($"--{name}") is System.CommandLine.Parsing.OptionResult { Implicit: false } result
        ? result.Option == CommonOptions.LockTimeout ? result.Tokens[0].Value : _parsed.GetValue<string?>($"--{name}")
        : null;

    private static TimeSpan TimeOf(Found found) => Times.TryParse(found.Value) ?? throw CliException.Usage(
        CliErrorCode.SettingsUnreadable, $"The lock timeout of {found.Source} is no time.", "Write seconds, such as 90, or hours, minutes and seconds, such as 00:01:30.", ("given", found.Value));

    private static MigrationOptions OptionsOf(ApplicationSettings application, TimeSpan? lockTimeout)
    {
        var options = new MigrationOptions();
        new ConfiguredMigrationOptions(application.Configuration).Configure(options);
        options.LockTimeout = lockTimeout ?? options.LockTimeout;
        return options;
    }
}
