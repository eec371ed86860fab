using System.Text;
using TypedMigrations.Planning;

namespace TypedMigrations.Reporting;

/// <summary>Writes a plan for people.</summary>
internal static class PlanText
{
    public static string Of(MigrationPlan plan)
    {
        if (plan.HasProblems)
            return string.Join("\n\n", plan.Problems);
        if (plan.IsUpToDate)
            return "Nothing to do.";

        var text = new StringBuilder();
        foreach (var migration in plan.Adopted)
            text.Append("adopt  ").Append(migration.Id).Append('\n');
        foreach (var reverted in plan.Reverted)
            Append(text, "revert ", reverted);
        foreach (var pending in plan.Pending)
            Append(text, "apply  ", pending);
        foreach (var migration in plan.Later)
            text.Append("later  ").Append(migration.Id).Append('\n');
        return text.ToString().TrimEnd('\n');
    }

    private static void Append(StringBuilder text, string verb, PlannedMigration migration)
    {
        text.Append(verb).Append(migration.Id).Append('\n');
        foreach (var step in migration.Work.Steps)
            text.Append("         ").Append(step.Words).Append(step.IsDestructive ? "  (loses data)" : step.IsDerived ? "  (from the constants)" : "").Append('\n');
    }
}
