using System.Globalization;
using TypedMigrations.Cli.Answers;

namespace TypedMigrations.Cli.Showing;

/// <summary>Shows a plan to a person.</summary>
internal static class PlanText
{
    private const string Indent = "       ";

    /// <param name="plan">The plan.</param>
    /// <param name="line">Writes a line.</param>
    public static void Show(PlanAnswer plan, Action<string, Tone> line)
    {
        foreach (var problem in plan.Problems)
            line(ProblemText.Of(problem) + "\n", Tone.Bad);
        if (plan.IsUpToDate)
            line($"{plan.Database} is up to date: nothing to do.", Tone.Good);

        foreach (var adopted in plan.Adopted)
            line($"adopt  {adopted}", Tone.Plain);
        foreach (var reverted in plan.Reverted)
            Show("revert ", reverted, line);
        foreach (var pending in plan.Pending)
            Show("apply  ", pending, line);
        foreach (var later in plan.Later)
            line($"later  {later}", Tone.Faint);
        if (plan.LosesData)
            line("\nThis loses data: see the steps that say so. The backup keeps the database as it is now.", Tone.Bad);
    }

    private static void Show(string what, PlannedAnswer migration, Action<string, Tone> line)
    {
        line($"{what}{migration.Id} of module {migration.Module}", Tone.Plain);
        foreach (var step in migration.Steps)
            line(Indent + step.Text + (step.IsDestructive ? "  (loses data)" : step.IsDerived ? "  (from the constants)" : ""), step.IsDestructive ? Tone.Bad : step.IsDerived ? Tone.Faint : Tone.Plain);
        if (migration.Tables.Any(table => table.Documents > 0))
            line($"{Indent}reads {string.Join(", ", migration.Tables.Where(table => table.Documents > 0).Select(Size))}", Tone.Faint);
    }

    private static string Size(TableSize table) => string.Create(CultureInfo.InvariantCulture, $"{table.Documents:N0} {(table.Documents == 1 ? "document" : "documents")} of {table.Table}");
}
