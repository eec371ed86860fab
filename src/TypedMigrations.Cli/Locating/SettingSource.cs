namespace TypedMigrations.Cli.Locating;

/// <summary>One place that settings come from.</summary>
/// <param name="Find">The value of a setting there, by its name as on the command line without the dashes; null where there is none.</param>
/// <param name="NameOf">How people find the setting there.</param>
/// <param name="Folder">The folder from which relative paths there are meant.</param>
internal sealed record SettingSource(Func<string, string?> Find, Func<string, string> NameOf, string Folder);

/// <summary>A value and the place that it comes from.</summary>
/// <param name="Value">The value; never empty.</param>
/// <param name="Source">The place in words.</param>
/// <param name="Folder">The folder from which a relative path is meant.</param>
internal sealed record Found(string Value, string Source, string Folder)
{
    /// <summary>The value as a full path.</summary>
    /// <exception cref="CliException">TM6004: no file can have such a name.</exception>
    public string Path => Value.Contains('\0', StringComparison.Ordinal)
        ? throw CliException.Usage(CliErrorCode.SettingsUnreadable, $"The value of {Source} has a zero character in it.", "Take it out.")
        : System.IO.Path.GetFullPath(Value, Folder);
}
