using System.Globalization;
using System.Text;

namespace TypedMigrations.Reporting;

/// <summary>Writes a report for people.</summary>
internal static class ReportText
{
    public static string Of(MigrationReport report)
    {
        if (report.WasUpToDate)
            return $"{report.Database} is up to date: nothing to do.";

        var text = new StringBuilder();
        text.Append(report.IsRehearsal ? "Rehearsed on a copy of " : "Migrated ").Append(report.Database).Append(" in ").Append(Seconds(report.Duration)).Append(".\n");
        var table = new TextTable("migration", "module", "table", "read", "written", "time");
        foreach (var adopted in report.Plan.Adopted)
            table.Add(adopted.Id.Text, adopted.Id.Module, "adopted", "", "", "");
        foreach (var result in report.Reverted)
            AddRows(table, "revert " + result.Id.Text, result);
        foreach (var result in report.Results)
            AddRows(table, result.Id.Text, result);
        table.AppendTo(text);
        AppendSteps(text, [.. report.Reverted, .. report.Results]);

        foreach (var note in report.Notes)
            text.Append("Note: ").Append(note).Append('\n');
        foreach (var warning in report.Warnings)
            text.Append("Warning: ").Append(warning).Append('\n');
        if (report.IsRehearsal)
            text.Append(report.Database).Append(" was not changed.\n");
        if (report.Backup is not null)
            text.Append("Backup: ").Append(report.Backup).Append('\n');
        return text.ToString().TrimEnd('\n');
    }

    private static void AddRows(TextTable table, string what, MigrationResult result)
    {
        if (result.Tables.Count == 0)
            table.Add(what, result.Id.Module, "", "", "", Seconds(result.Duration));
        var first = true;
        foreach (var count in result.Tables)
        {
            table.Add(first ? what : "", first ? result.Id.Module : "", count.Table, Number(count.Read), Number(count.Written), first ? Seconds(result.Duration) : "");
            first = false;
        }
    }

    /// <summary>How many documents each step touched. A migration that works on no documents has none.</summary>
    private static void AppendSteps(StringBuilder text, IReadOnlyList<MigrationResult> results)
    {
        var steps = new TextTable("migration", "documents", "step");
        foreach (var result in results)
        {
            foreach (var (step, i) in result.Steps.Select((step, i) => (step, i)))
                steps.Add(i == 0 ? result.Id.Text : "", Number(step.Documents), step.Step + (step.Kept == 0 ? "" : $" ({Number(step.Kept)} kept as they were)"));
        }

        if (results.Any(result => result.Steps.Count > 0))
            steps.AppendTo(text);
    }

    private static string Seconds(TimeSpan duration) => string.Create(CultureInfo.InvariantCulture, $"{duration.TotalSeconds:0.00} s");

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
