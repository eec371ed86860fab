using System.Globalization;
using System.Text;
using TypedMigrations.Planning;

namespace TypedMigrations.Reporting;

/// <summary>Writes for people what seeding inserts.</summary>
internal static class SeedText
{
    public static string Of(SeedPlan plan)
    {
        if (plan.HasProblems)
            return string.Join("\n\n", plan.Problems);
        if (plan.IsComplete)
            return "Nothing is missing.";

        var text = new StringBuilder();
        Append(text, plan, "missing");
        return text.ToString().TrimEnd('\n');
    }

    public static string Of(SeedReport report)
    {
        if (report.WasComplete)
            return $"{report.Database} has all that a new database holds: nothing to do.";

        var text = new StringBuilder().Append("Seeded ").Append(report.Database).Append(string.Create(CultureInfo.InvariantCulture, $" in {report.Duration.TotalSeconds:0.00} s.\n"));
        Append(text, report.Plan, "inserted");
        foreach (var note in report.Notes)
            text.Append("Note: ").Append(note).Append('\n');
        foreach (var warning in report.Warnings)
            text.Append("Warning: ").Append(warning).Append('\n');
        if (report.Backup is not null)
            text.Append("Backup: ").Append(report.Backup).Append('\n');
        return text.ToString().TrimEnd('\n');
    }

    private static void Append(StringBuilder text, SeedPlan plan, string missing)
    {
        var table = new TextTable("table", "present", missing);
        foreach (var seeded in plan.Tables)
            table.Add(seeded.Table, Number(seeded.Present), Number(seeded.Missing.Count));
        table.AppendTo(text);
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
