using TypedMigrations.Cli.Answers;
using TypedMigrations.Cli.Showing;

namespace TypedMigrations.Cli.Commands;

/// <summary>Says which settings hold here, and where each comes from.</summary>
internal sealed class ConfigVerb() : Verb<ConfigAnswer>("config", "Show which settings hold here, and where each comes from. Passwords are hidden.", "config", "config --env-file production.env")
{
    protected override Task<ConfigAnswer> RunAsync(Call call, CancellationToken cancellation) => Task.FromResult(new ConfigAnswer(
        [.. call.Settings.All.Select(setting => new SettingAnswer(setting.Name, setting.Value, setting.Source))],
        [.. call.Settings.Files.Select(file => new SettingsFileAnswer(file.Path, file.IsFound))]));

    protected override void Show(ConfigAnswer answer, Screen screen)
    {
        screen.Table(["setting", "value", "from"], answer.Settings.Select(setting => (IReadOnlyList<Cell>)[setting.Name, setting.Value, new Cell(setting.Source, Tone.Faint)]));
        screen.Line();
        screen.Table(["file", ""], answer.Files.Select(file => (IReadOnlyList<Cell>)[file.Path, file.IsFound ? "read" : new Cell("not there", Tone.Faint)]));
    }
}
