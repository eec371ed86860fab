using TypedMigrations.Cli.Answers;
using TypedMigrations.Planning;

namespace TypedMigrations.Cli.Operating;

/// <summary>Puts a plan into an answer.</summary>
internal static class PlanAnswers
{
    /// <param name="database">The database as messages name it.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="documents">How many documents each table has now, by name.</param>
    public static PlanAnswer Of(string database, MigrationPlan plan, IReadOnlyDictionary<string, long> documents)
    {
        PlannedAnswer Planned(PlannedMigration migration) => new(
            migration.Id.Text, migration.Id.Module, migration.Migration.Fingerprint, [.. TablesOf(migration.Work).Select(table => new TableSize(table, documents.TryGetValue(table, out var count) ? count : null))],
            [.. migration.Work.Steps.Select(step => new StepAnswer(step.Words, step.IsDerived, step.IsDestructive))]);

        return new PlanAnswer(
            database, plan.Fingerprint, plan.IsUpToDate, plan.State.HasTables && plan.Reverted.Concat(plan.Pending).SelectMany(migration => migration.Work.Steps).Any(step => step.IsDestructive),
            [.. plan.Adopted.Select(migration => MigrationName.Of(migration.Id))], [.. plan.Reverted.Select(Planned)], [.. plan.Pending.Select(Planned)],
            [.. plan.Later.Select(migration => MigrationName.Of(migration.Id))], [.. plan.Problems.Select(ProblemAnswer.Of)]);
    }

    /// <summary>The tables whose documents a migration reads or removes, by their names before it.</summary>
    private static IEnumerable<string> TablesOf(MigrationWork work) => work.Tables
        .Where(table => table.Before is not null && (table.After is null || !table.Changes.IsEmpty || table.IsRekeyed))
        .Select(table => table.Before!.Name)
        .Concat(work.Flows.Select(flow => flow.From.Name))
        .Distinct().Order(StringComparer.Ordinal);
}
