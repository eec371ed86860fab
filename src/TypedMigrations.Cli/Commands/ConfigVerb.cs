using TypedMigrations.Cli.Answers;
using TypedMigrations.Cli.Showing;

namespace TypedMigrations.Cli.Commands;

/// <summary>Says which settings hold here, and where each comes from.</summary>
internal sealed class ConfigVerb() : Verb<ConfigAnswer>("config", "Show which settings hold here, and where each comes from. Passwords are hidden.", "config", "config --env-file production.env")
{
    private const int Column = 15;

    protected override Task<ConfigAnswer> RunAsync(Call call, CancellationToken cancellation) => Task.FromResult(new ConfigAnswer(
        [.. call.Settings.All.Select(setting => new SettingAnswer(setting.Name, setting.Value, setting.Source))],
        [.. call.Settings.Files.Select(file => new SettingsFileAnswer(file.Path, file.IsFound))]));

    protected override void Show(ConfigAnswer answer, Screen screen)
    {
        // No table: that would break paths, which people copy.
        foreach (var setting in answer.Settings)
            screen.Line(setting.Value is null ? $"{setting.Name,-Column}{setting.Source}" : $"{setting.Name,-Column}{setting.Value}\n{"",-Column}({setting.Source})", setting.Value is null ? Tone.Faint : Tone.Plain);
        screen.Line();
        foreach (var file in answer.Files)
            screen.Line($"{(file.IsFound ? "read" : "not there"),-Column}{file.Path}", file.IsFound ? Tone.Plain : Tone.Faint);
    }
}
