using Microsoft.Extensions.Configuration;

namespace TypedMigrations.Cli.Locating;

/// <summary>What the application's own <c>appsettings.json</c> says, with environment variables over it, as its host would read it.</summary>
internal sealed class ApplicationSettings
{
    private ApplicationSettings(IConfiguration configuration, string? folder, IReadOnlyList<(string, bool)> files)
    {
        Configuration = configuration;
        Folder = folder;
        Files = files;
    }

    public IConfiguration Configuration { get; }

    /// <summary>The folder of the application, from which it means relative paths; null where no application is known.</summary>
    public string? Folder { get; }

    /// <summary>The files that were looked at, and whether they are there.</summary>
    public IReadOnlyList<(string Path, bool IsFound)> Files { get; }

    /// <summary>The connection strings by name.</summary>
    public IReadOnlyDictionary<string, string> ConnectionStrings => Configuration.GetSection("ConnectionStrings").GetChildren()
        .Where(child => !string.IsNullOrWhiteSpace(child.Value)).ToDictionary(child => child.Key, child => child.Value!, StringComparer.OrdinalIgnoreCase);

    /// <param name="folder">The folder of the project or of the built application; null for none.</param>
    /// <param name="environment">The environment variables.</param>
    /// <exception cref="CliException">TM6004: a file is no JSON.</exception>
    public static ApplicationSettings Read(string? folder, IReadOnlyDictionary<string, string> environment)
    {
        var name = environment.GetValueOrDefault("ASPNETCORE_ENVIRONMENT") ?? environment.GetValueOrDefault("DOTNET_ENVIRONMENT") ?? "Production";
        string[] files = folder is null ? [] : [Path.Combine(folder, "appsettings.json"), Path.Combine(folder, $"appsettings.{name}.json")];
        var builder = new ConfigurationBuilder();
        foreach (var file in files.Where(File.Exists))
            builder.AddJsonFile(file, optional: false, reloadOnChange: false);
        builder.AddInMemoryCollection(environment.Where(IsApplications).Select(pair => KeyValuePair.Create(pair.Key.Replace("__", ":", StringComparison.Ordinal), (string?)pair.Value)));
        return new ApplicationSettings(Build(builder), folder, [.. files.Select(file => (file, File.Exists(file)))]);
    }

    private static bool IsApplications(KeyValuePair<string, string> variable) =>
        variable.Key.StartsWith("Migrations__", StringComparison.OrdinalIgnoreCase) || variable.Key.StartsWith("ConnectionStrings__", StringComparison.OrdinalIgnoreCase);

    private static IConfigurationRoot Build(ConfigurationBuilder builder)
    {
        try
        {
            return builder.Build();
        }
        catch (InvalidDataException exception)
        {
            throw CliException.Usage(CliErrorCode.SettingsUnreadable, "The application's settings cannot be read.", "Correct the file, so that the application itself can read it.",
                ("reason", exception.InnerException?.Message ?? exception.Message), ("file", exception.Message));
        }
    }
}
