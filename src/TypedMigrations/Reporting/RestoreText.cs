using System.Globalization;
using System.Text;
using TypedMigrations.Planning;
using TypedMigrations.Storing;

namespace TypedMigrations.Reporting;

/// <summary>Writes for people what putting a backup back changes.</summary>
internal static class RestoreText
{
    public static string Of(RestorePlan plan)
    {
        if (plan.HasProblems)
            return string.Join("\n\n", plan.Problems);

        var text = new StringBuilder().Append("restore  ").Append(plan.Backup).Append('\n');
        Append(text, plan);
        return text.ToString().TrimEnd('\n');
    }

    public static string Of(RestoreReport report)
    {
        var text = new StringBuilder().Append("Restored ").Append(report.Database).Append(" from ").Append(report.Plan.Backup)
            .Append(string.Create(CultureInfo.InvariantCulture, $" in {report.Duration.TotalSeconds:0.00} s.\n"));
        Append(text, report.Plan);
        foreach (var warning in report.Warnings)
            text.Append("Warning: ").Append(warning).Append('\n');
        if (report.Backup is not null)
            text.Append("Backup: ").Append(report.Backup).Append('\n');
        return text.ToString().TrimEnd('\n');
    }

    private static void Append(StringBuilder text, RestorePlan plan)
    {
        AppendEntries(text, "lost     ", plan.Lost);
        AppendEntries(text, "regained ", plan.Regained);
        if (plan.Tables.Count == 0)
            return;

        var table = new TextTable("table", "now", "in the backup");
        foreach (var difference in plan.Tables)
            table.Add(difference.Table, Documents(difference.Present), Documents(difference.InBackup));
        table.AppendTo(text);
    }

    private static void AppendEntries(StringBuilder text, string what, IReadOnlyList<JournalEntry> entries)
    {
        foreach (var entry in entries)
            text.Append(what).Append(entry.Id).Append(" of module ").Append(entry.Module).Append('\n');
    }

    private static string Documents(long? count) => count is { } number ? number.ToString("N0", CultureInfo.InvariantCulture) : "no table";
}
