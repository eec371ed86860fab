using System.Globalization;
using System.Text;
using TypedMigrations.Planning;
using TypedMigrations.Schemas;
using TypedMigrations.Storing;
using TypedMigrations.Testing.Cases;
using TypedMigrations.Testing.Comparing;
using TypedMigrations.Testing.Keeping;
using TypedMigrations.Testing.Migrating;

namespace TypedMigrations.Testing.Snapshots;

/// <summary>Writes what a migration does, step by step, and what the test data loses by it: a diff shows a field that was dropped by mistake.</summary>
internal sealed class PlanSnapshot
{
    private readonly StringBuilder _text = new();
    private readonly Content _content;
    private readonly IReadOnlyList<StepCount> _counts;

    private PlanSnapshot(Content content, IReadOnlyList<StepCount> counts)
    {
        _content = content;
        _counts = counts;
    }

    /// <summary>The plan of a migration, and of its way back where it has one.</summary>
    /// <exception cref="MigrationException">The plan has problems, or a migration before it fails.</exception>
    public static string Of(Subject subject)
    {
        using var before = subject.DatabaseBefore(TestDatabasePlace.Memory);
        var up = PlanOf(subject, before, Runs.GoalOf(subject.Migration.Id)).Pending[^1].Work;
        var text = new PlanSnapshot(Content.Read(before), up.Steps.OfType<RemoveDuplicates>().Any() ? subject.Result.Steps : []).Write(up, "");
        if (subject.Migration.Down is null)
            return text;

        using var after = subject.DatabaseAfter(TestDatabasePlace.Memory);
        var down = PlanOf(subject, after, subject.Back).Reverted[0].Work;
        return $"{text}\n\ntaken back\n{new PlanSnapshot(Content.Read(after), []).Write(down, "  ")}";
    }

    private static MigrationPlan PlanOf(Subject subject, ITestDatabase database, MigrationGoal goal)
    {
        var plan = Runs.Migrator(subject.History, database, testData: false).PlanAsync(goal).GetAwaiter().GetResult();
        return plan.HasProblems ? throw new MigrationException(plan.Problems) : plan;
    }

    private string Write(MigrationWork work, string indent)
    {
        if (work.Steps.Count == 0)
            return indent + "nothing to do";

        foreach (var step in work.Steps)
        {
            Line(indent, step.Words + (step.IsDestructive ? "  (loses data)" : step.IsDerived ? "  (from the constants)" : ""));
            foreach (var loss in Losses(step, work))
                Line(indent + "  ", loss);
        }

        return _text.ToString().TrimEnd('\n');
    }

    private void Line(string indent, string line) => _text.Append(indent).Append(line).Append('\n');

    private IEnumerable<string> Losses(Step step, MigrationWork work) => step switch
    {
        DropTable drop => [WithKeys(drop.Old.Name, [.. _content[drop.Old.Name].Documents], "is in it", "are in it")],
        DropField drop => [Having(drop.Old.Table.Name, drop.Old.Path)],
        StoreDocumentStep custom => custom.Removes.Select(field => $"removes {field}: {Having(field.Table.Name, field.Path)}"),
        ConvertTable convert => LeftOut(work.Definition.Before.TryFind(convert.Old)!, work.Definition.After.TryFind(convert.Converted)!)
            .Select(field => $"leaves out {field.Declaration}: {Having(convert.Old.Name, field.Path)}"),
        RemoveDuplicates remove => [.. _counts.Where(count => count.Step == remove.Words).Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Documents:N0} of the test data are removed"))],
        _ => [],
    };

    /// <summary>The fields that only the record before has; what lies below one of them goes without saying.</summary>
    private static IEnumerable<FieldSchema> LeftOut(TableSchema before, TableSchema after)
    {
        var gone = before.AllFields.Where(field => after.TryFind(field.Path) is null).ToList();
        return gone.Where(field => !gone.Exists(other => other != field && FieldPath.IsWithin(field.Path, other.Path)));
    }

    private string Having(string table, string path) =>
        WithKeys(table, [.. _content[table].Documents.Where(document => Leaves.ValuesAt(document, path).Any())], "has a value", "have a value");

    private static string WithKeys(string table, IReadOnlyList<StoredDocument> documents, string one, string many) => documents.Count switch
    {
        0 => $"no document of the test data {one}",
        1 => $"1 document of the test data {one}: {table} {ValueText.Of(documents[0].Key)}",
        var count => string.Create(CultureInfo.InvariantCulture, $"{count:N0} documents of the test data {many}, the first is {table} {ValueText.Of(documents[0].Key)}"),
    };
}
