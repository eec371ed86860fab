using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace TypedMigrations.Hosting;

/// <summary>Reads the options from the configuration section <c>Migrations</c>. Everything that is wrong there is told at once.</summary>
/// <param name="configuration">The application's configuration; null where there is none.</param>
internal sealed class ConfiguredMigrationOptions(IConfiguration? configuration = null) : IConfigureOptions<MigrationOptions>
{
    public const string Section = "Migrations";

    private static readonly PropertyInfo[] Settings = typeof(MigrationOptions).GetProperties();

    public void Configure(MigrationOptions options)
    {
        var problems = new List<Problem>();
        foreach (var setting in configuration?.GetSection(Section).GetChildren() ?? [])
        {
            if (string.Equals(setting.Key, nameof(MigrationOptions.AdoptAt), StringComparison.OrdinalIgnoreCase))
                BindAdoptAt(setting, options.AdoptAt, problems);
            else if (Array.Find(Settings, property => string.Equals(property.Name, setting.Key, StringComparison.OrdinalIgnoreCase)) is { } property)
                Bind(setting, property, options, problems);
            else
                problems.Add(Unknown(setting));
        }

        if (problems.Count > 0)
            throw new MigrationException(problems);
    }

    /// <summary>A value stands for every module, a key below it for one.</summary>
    private static void BindAdoptAt(IConfigurationSection setting, IDictionary<string, string> adoptAt, List<Problem> problems)
    {
        // An empty value is what remains of a cleared environment variable: as if it were not there.
        if (!string.IsNullOrWhiteSpace(setting.Value))
            adoptAt["*"] = setting.Value.Trim();

        foreach (var module in setting.GetChildren())
        {
            if (module.GetChildren().Any())
                problems.Add(TooDeep(module));
            else if (!string.IsNullOrWhiteSpace(module.Value))
                adoptAt[module.Key] = module.Value.Trim();
        }
    }

    private static void Bind(IConfigurationSection setting, PropertyInfo property, MigrationOptions options, List<Problem> problems)
    {
        if (setting.GetChildren().Any())
        {
            problems.Add(TooDeep(setting));
            return;
        }

        // Null is a JSON null: the default stays.
        if (setting.Value is null)
            return;

        try
        {
            property.SetValue(options, setting.Get(property.PropertyType));
        }
        catch (InvalidOperationException exception)
        {
            problems.Add(Unreadable(setting, property, exception));
        }
    }

    private static Problem Unknown(IConfigurationSection setting) => new(
        ErrorCode.InvalidOption, $"{setting.Path} is no option.",
        "Correct the key or remove it, in the configuration files, the environment variables and the command line.",
        ("there are", string.Join("\n", Settings.Select(property => $"{Section}:{property.Name}"))));

    private static Problem TooDeep(IConfigurationSection setting) => new(
        ErrorCode.InvalidOption, $"{setting.Path} is one value, but the configuration has keys below it.", $"Set {setting.Path} itself.",
        ("below it", string.Join("\n", setting.GetChildren().Select(child => child.Path))));

    private static Problem Unreadable(IConfigurationSection setting, PropertyInfo property, InvalidOperationException exception)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return new Problem(ErrorCode.InvalidOption, $"{setting.Path} cannot be read.", $"Write {Example(type)}.",
            ("given", setting.Value!), ("reason", exception.InnerException?.Message ?? exception.Message));
    }

    private static string Example(Type type) =>
        type == typeof(TimeSpan) ? "a time such as 00:01:00 (hours:minutes:seconds)"
        : type == typeof(bool) ? "true or false"
        : type.IsEnum ? string.Join(" or ", Enum.GetNames(type))
        : "a whole number";
}
