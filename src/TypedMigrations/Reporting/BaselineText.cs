using System.Globalization;
using System.Text;

namespace TypedMigrations.Reporting;

/// <summary>Writes for people where a database seems to be.</summary>
internal static class BaselineText
{
    public static string Of(BaselineReport report)
    {
        var text = new StringBuilder();
        if (report.State.HasJournal)
            text.Append(report.Database).Append(" has a journal already: nothing can be adopted.\n\n");
        foreach (var module in report.Modules)
            Append(text, module);
        if (report.ForeignTables.Count > 0)
            text.Append("of no module: ").AppendJoin(", ", report.ForeignTables).Append('\n');
        if (report.UserVersion is > 0 and { } version)
            text.Append(CultureInfo.InvariantCulture, $"user version: {version}\n");
        foreach (var problem in report.Problems)
            text.Append('\n').Append(problem).Append('\n');
        return text.ToString().TrimEnd('\n');
    }

    private static void Append(StringBuilder text, ModuleBaseline module)
    {
        text.Append("module ").Append(module.Module).Append(": ").Append(module.Best?.Name ?? "fits nowhere").Append('\n');
        foreach (var why in module.Why)
            text.Append("  ").Append(why).Append('\n');

        var table = new TextTable("migration", "fits", "against it");
        foreach (var candidate in module.Candidates)
            table.Add(candidate.Name, candidate.Fits ? "may be" : "no", candidate.Evidence.Count.ToString("N0", CultureInfo.InvariantCulture));
        table.AppendTo(text);
        text.Append('\n');
    }
}
