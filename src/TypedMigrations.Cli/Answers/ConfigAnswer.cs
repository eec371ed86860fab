namespace TypedMigrations.Cli.Answers;

/// <summary>The settings of a call, and where each comes from.</summary>
/// <param name="Settings">In the order in which they matter.</param>
/// <param name="Files">The files that were looked at.</param>
internal sealed record ConfigAnswer(IReadOnlyList<SettingAnswer> Settings, IReadOnlyList<SettingsFileAnswer> Files);

/// <summary>A setting.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value, with passwords as <c>***</c>; null where it is not set.</param>
/// <param name="Source">Where it comes from, in words.</param>
internal sealed record SettingAnswer(string Name, string? Value, string Source);

/// <summary>A file with settings.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="IsFound">Whether it is there.</param>
internal sealed record SettingsFileAnswer(string Path, bool IsFound);
