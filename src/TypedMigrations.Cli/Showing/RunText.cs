using System.Globalization;
using TypedMigrations.Cli.Answers;

namespace TypedMigrations.Cli.Showing;

/// <summary>Shows to a person what a run did.</summary>
internal static class RunText
{
    public static void Show(RunAnswer run, Screen screen)
    {
        if (run.WasUpToDate)
            screen.Line($"{run.Database} is up to date: nothing to do.", Tone.Good);
        else
            ShowWork(run, screen);
        // Last, for it is what the rehearsal was for.
        if (run.Command is { } command)
            screen.Line($"{command.Line}: {(command.ExitCode == 0 ? "passed" : $"failed with exit code {command.ExitCode}")}", command.ExitCode == 0 ? Tone.Good : Tone.Bad);
    }

    public static string Seconds(double milliseconds) => string.Create(CultureInfo.InvariantCulture, $"{milliseconds / 1000:0.00} s");

    private static void ShowWork(RunAnswer run, Screen screen)
    {
        foreach (var adopted in run.Adopted)
            screen.Line($"adopted {adopted}");
        if (run.Reverted.Count + run.Applied.Count > 0)
            screen.Table(["migration, table", "module", "read", "written", "time"], [.. run.Reverted.SelectMany(result => Rows("revert " + result.Id, result)), .. run.Applied.SelectMany(result => Rows(result.Id, result))]);
        ShowSteps([.. run.Reverted, .. run.Applied], screen);
        screen.Line();
        foreach (var note in run.Notes)
            screen.Line("Note: " + note, Tone.Odd);
        screen.Warnings(run);
        screen.Line(run.Restored is { } restored ? $"Restored {run.Database} from {restored.From} in {Seconds(run.Milliseconds)}." : run.IsRehearsal ? $"Rehearsed on a copy in {Seconds(run.Milliseconds)}. {run.Database} was not changed." : $"Migrated {run.Database} in {Seconds(run.Milliseconds)}.", Tone.Good);
        if (run.Backup is not null)
            screen.Line($"The database as it was before: {run.Backup}");
    }

    /// <summary>Tables stand below their migration: beside it there is no room in 80 columns.</summary>
    private static IEnumerable<IReadOnlyList<Cell>> Rows(string what, MigratedAnswer result)
    {
        yield return [what, result.Module, "", "", new Cell(Seconds(result.Milliseconds), IsNumber: true)];
        foreach (var table in result.Tables)
            yield return ["  " + table.Table, "", Cell.Number(table.Read), Cell.Number(table.Written), ""];
    }

    private static void ShowSteps(IReadOnlyList<MigratedAnswer> results, Screen screen)
    {
        var steps = results.SelectMany(result => result.Steps).ToList();
        if (steps.Count == 0)
            return;
        screen.Line();
        screen.Table(["documents", "step"], steps.Select(step => (IReadOnlyList<Cell>)[Cell.Number(step.Documents), step.Step + (step.Kept == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" ({step.Kept:N0} kept as they were)"))]));
    }
}
