using TypedMigrations.Schemas;

namespace TypedMigrations.Planning;

/// <summary>Asks every new field of a table what gives it a value.</summary>
internal sealed class TargetAccounting(TableSchema before, TableSchema after, FlowSteps steps, FieldWays ways, List<FieldChange> changes, Report report)
{
    public void Account()
    {
        foreach (var field in after.AllFields.Where(field => !field.IsKey))
            Account(field);
    }

    private void Account(FieldSchema field)
    {
        var writers = steps.WritersOf(field);
        var origins = ways.OriginsOf(field);
        // What is renamed or moved is among the origins; what is embedded goes behind what is there.
        var makers = writers.Where(step => step is not (RenameField or MoveField or EmbedDocuments)).ToList();
        var sources = origins.Concat(makers.SelectMany(NamesOf)).ToList();
        if (origins.Count + makers.Count > 1)
            report(ErrorCode.ContradictingSteps, $"Field {New(field)} comes from {sources.Count} fields: {string.Join(", ", sources)}", "Keep one of them.", []);
        if (steps.FillsOf(field).Count > 1)
            report(ErrorCode.ContradictingSteps, $"Field {New(field)} is filled twice", "Keep one of the fills.", []);

        if (!IsContainerThere(field))
            return;

        foreach (var step in steps.WithoutSources.Where(step => step.Targets.Contains(field.Declaration)))
            AddChange(step, field);
        if (origins.Count == 0 && writers.Count == 0 && !steps.Fills(field))
            AccountUnwritten(field);
    }

    /// <summary>Whether the document that holds a field comes from before or is made by steps that put values into it. What is made as a whole has its fields already.</summary>
    private bool IsContainerThere(FieldSchema field)
    {
        if (field.ContainerPath.Length == 0 || ways.ComesFromBefore(field.ContainerPath) || IsMadeByParts(field.ContainerPath))
            return true;
        if (steps.Fills(field))
            report(ErrorCode.ContradictingSteps, $"Field {New(field)} is filled by a step of its own, but {field.ContainerPath} is new", $"Fill {field.ContainerPath} as a whole.", []);
        return false;
    }

    private void AccountUnwritten(FieldSchema field)
    {
        if (field.Nested is not null && IsMadeByParts(field.Path))
        {
            if (field.IsRequired)
                changes.Add(new FieldChange(new CreateRecord(field.Declaration), [], [field], "", field.ContainerPath));
        }
        else if (field.IsRequired)
        {
            report(ErrorCode.RequiredFieldUnfilled, $"Field {New(field)} is new and required, and nothing fills it", $"Add to Up: up.Fill({field.Constant}, …); or declare it with Table.Optional.", []);
        }
    }

    /// <summary>Whether steps put values into a new nested record that no step makes as a whole.</summary>
    private bool IsMadeByParts(string path) =>
        after.TryFind(path) is { Nested: not null } record && !steps.IsTarget(record)
        && after.AllFields.Any(field => field.Path.StartsWith(path + ".", StringComparison.Ordinal) && steps.WritersOf(field).Count > 0);

    private void AddChange(FieldStep step, FieldSchema field)
    {
        if (step is FillField { From: { } from } && from != before.Declaration)
            report(ErrorCode.ContradictingSteps, $"The step '{step.Words}' reads table {from.Name}, whose documents are not those of {after.Name}", $"Name Old.{before.Constant}, and look other tables up with the function's second argument.", []);
        changes.Add(new FieldChange(step, [], [field], "", field.ContainerPath));
    }

    private static IEnumerable<string> NamesOf(Step step) => step is FieldStep { Sources.Count: > 0 } read ? read.Sources.Select(source => source.Path) : [$"'{step.Words}'"];

    private string New(FieldSchema field) => $"{after.Name}.{field.Path}";
}
