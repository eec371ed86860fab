using dotenv.net;

namespace TypedMigrations.Cli.Locating;

/// <summary>The environment variables of the process, and below them those of a <c>.env</c> file, as dbmate reads it: of the working folder, never over what is set already.</summary>
internal sealed class EnvironmentVariables
{
    private const string DefaultFile = ".env";

    private readonly IReadOnlyDictionary<string, string> _process;
    private readonly Dictionary<string, (string Value, string File)> _fromFiles = [];

    private EnvironmentVariables(IReadOnlyDictionary<string, string> process) => _process = process;

    /// <summary>The files that were looked at, and whether they are there.</summary>
    public List<(string Path, bool IsFound)> Files { get; } = [];

    /// <summary>All of them.</summary>
    public IReadOnlyDictionary<string, string> All => _process.Concat(_fromFiles.Where(pair => !_process.ContainsKey(pair.Key)).Select(pair => KeyValuePair.Create(pair.Key, pair.Value.Value))).ToDictionary();

    /// <summary>The variable of a setting: <c>TYPEDMIGRATIONS_LOCK_TIMEOUT</c>.</summary>
    public static string NameOf(string setting) => "TYPEDMIGRATIONS_" + setting.Replace('-', '_').ToUpperInvariant();

    /// <exception cref="CliException">TM6004: a file that was named is not there or cannot be read.</exception>
    public static EnvironmentVariables Read(Surroundings surroundings, IReadOnlyList<string> files)
    {
        var variables = new EnvironmentVariables(surroundings.Environment);
        foreach (var file in files.Count == 0 ? [DefaultFile] : files)
            variables.Add(Path.GetFullPath(file, surroundings.WorkingFolder), isNamed: files.Count > 0);
        return variables;
    }

    public string? Find(string name) => _process.TryGetValue(name, out var value) ? value : _fromFiles.TryGetValue(name, out var found) ? found.Value : null;

    /// <summary>Where a variable comes from, in words.</summary>
    public string SourceOf(string name) => _process.ContainsKey(name) ? $"environment variable {name}" : $"{name} in {_fromFiles[name].File}";

    private void Add(string file, bool isNamed)
    {
        var isThere = File.Exists(file);
        Files.Add((file, isThere));
        if (!isThere && isNamed)
            throw CliException.Usage(CliErrorCode.SettingsUnreadable, $"There is no file {file}.", "Correct --env-file, or leave it out.");
        if (!isThere)
            return;

        try
        {
            foreach (var (name, value) in DotEnv.Read(new DotEnvOptions(ignoreExceptions: false, envFilePaths: [file], supportExportSyntax: true, supportInlineComments: true, supportVariableExpansion: true)))
                _fromFiles.TryAdd(name, (value, file));
        }
        catch (Exception exception)
        {
            // Whatever the library throws. A value of the file may be a secret: only the kind is told.
            throw CliException.Usage(CliErrorCode.SettingsUnreadable, $"The file {file} cannot be read.", "Write a line NAME=value for each variable.", ("reason", exception.GetType().Name));
        }
    }
}
