using TypedMigrations.Discovering;
using TypedMigrations.Schemas;

namespace TypedMigrations.Planning;

/// <summary>Checks the steps themselves: that they name constants of the right migration and table, and have something to work on.</summary>
internal sealed class StepCheck(MigrationDefinition definition, TableRoutes routes)
{
    private readonly List<Problem> _problems = [];

    public IReadOnlyList<Problem> Check()
    {
        foreach (var step in definition.Steps)
        {
            var isKnown = CheckConstants(step);
            if (isKnown && !IsIdle(step) && step is FieldStep field)
                CheckTables(field);
            if (isKnown && step is CopyTable or PartitionTable or SplitTable)
                CheckWay(step);
        }

        CheckMadeUnique();
        CheckRekeys();
        foreach (var embed in definition.Steps.OfType<EmbedDocuments>())
            CheckEmbed(embed);
        CheckDuplicates();
        CheckRenamedTypes();
        return _problems;
    }

    /// <summary>Every constant that a step names is of this migration or of the one before, as the step wants it.</summary>
    private bool CheckConstants(Step step)
    {
        var (old, @new) = ConstantsOf(step);
        var foreignOld = old.Where(constant => !IsKnown(constant, step is InsertDerived ? definition.Readable : [definition.Before])).ToList();
        var foreignNew = @new.Where(constant => !IsKnown(constant, [definition.After])).ToList();
        foreach (var constant in foreignOld)
            Report(ErrorCode.ForeignConstant, $"The step '{step.Words}' takes {constant}, which the migration before does not declare", "Name a constant of the migration before: Old.…");
        foreach (var constant in foreignNew)
            Report(ErrorCode.ForeignConstant, $"The step '{step.Words}' makes {constant}, which this migration does not declare", "Name a constant of this migration, without Old.");
        return foreignOld.Count == 0 && foreignNew.Count == 0;
    }

    private static (IEnumerable<object> Old, IEnumerable<object> New) ConstantsOf(Step step) => step switch
    {
        FillField fill => (fill.From is null ? [] : [fill.From], [fill.Filled]),
        ExtractElements extract => ([extract.Old], [extract.Into]),
        EmbedDocuments embed => ([embed.Reference], [embed.Into]),
        FieldStep fields => (fields.Sources, fields.Targets),
        DropTable drop => ([drop.Old], []),
        RenameTable rename => ([rename.Old], [rename.Renamed]),
        CopyTable copy => ([copy.Old], [copy.Into]),
        MergeTable merge => ([merge.Old], [merge.Into]),
        PartitionTable partition => ([partition.Old], [partition.Into]),
        SplitTable split => ([split.Old], [split.Into]),
        ConvertTable convert => ([convert.Old], [convert.Converted]),
        RekeyTable rekey => ([rekey.Old], [rekey.Rekeyed]),
        RemoveDuplicates remove => (remove.Fields, []),
        RenameType rename => ([rename.Old], []),
        InsertDerived insert => ([insert.From], [insert.Into]),
        MakeUnique unique => ([], [unique.Field]),
        StoreDocumentStep store => ([store.Table, .. store.Removes], store.Writes),
        _ => ([], []),
    };

    private static bool IsKnown(object constant, IEnumerable<Schema> schemas) => schemas.Any(schema => constant is Table table
        ? schema.TryFind(table) is not null
        : schema.TryFind(((Field)constant).Table)?.TryFind((Field)constant) is not null);

    /// <summary>A step on a field of a table that is gone or new would do nothing, which is not what its author meant.</summary>
    private bool IsIdle(Step step)
    {
        if (step is ExtractElements)
            return false;
        if (step is FieldStep { Sources: [var source, ..] } && definition.Before.TryFind(source.Table) is { } old && IsGone(old) && routes.FlowsOf(old).Count == 0)
            Report(ErrorCode.ContradictingSteps, $"The step '{step.Words}' has nothing to work on: table {old.Name} is dropped", "Remove the step.");
        else if (DocumentsOf(step) is { } documents && definition.Steps.OfType<DropTable>().Any(drop => drop.Old == documents.Declaration) && routes.FlowsOf(documents).Count == 0)
            Report(ErrorCode.ContradictingSteps, $"The step '{step.Words}' has nothing to work on: table {documents.Name} is dropped", "Remove the step.");
        else if (step is FieldStep { Sources.Count: 0, Targets: [var target, ..] } && IsNew(target.Table))
            Report(ErrorCode.ContradictingSteps, $"The step '{step.Words}' has nothing to work on: table {target.Table.Name} is new", "Say which documents go there, with up.Partition, up.Merge, up.Split or up.Copy; or remove the step.");
        else
            return false;
        return true;
    }

    /// <summary>The table whose documents a step changes or removes as wholes, where they are.</summary>
    private TableSchema? DocumentsOf(Step step) => step switch
    {
        RemoveDuplicates { Fields: [var field, ..] } => definition.Before.TryFind(field.Table),
        RenameType rename => definition.Before.TryFind(rename.Old),
        StoreDocumentStep store => definition.Before.TryFind(store.Table),
        _ => null,
    };

    private bool IsGone(TableSchema before) => routes.Pairs.Any(pair => pair.Before == before && pair.After is null);

    private bool IsNew(Table table) =>
        routes.Pairs.Any(pair => pair.Before is null && pair.After!.Declaration == table) && !definition.Before.Tables.SelectMany(routes.FlowsOf).Any(flow => flow.Into.Declaration == table);

    /// <summary>A step's fields are of one table before and of one after, and documents go from the one to the other.</summary>
    private void CheckTables(FieldStep step)
    {
        var old = step.Sources.Select(source => source.Table).Distinct().ToList();
        var @new = step.Targets.Select(target => target.Table).Distinct().ToList();
        if (old.Count > 1 || @new.Count > 1)
            Report(ErrorCode.ContradictingSteps, $"The step '{step.Words}' names fields of {string.Join(" and ", (old.Count > 1 ? old : @new).Select(table => table.Name))}", "Name fields of one table; up.Fill(field, table, …) looks other tables up.");
        else if (old is [var from] && @new is [_] && routes.LeadsNowhere(step))
            Report(ErrorCode.ContradictingSteps, $"The step '{step.Words}' leads to a field of another table", $"Name a field of the table that {from.Name} becomes, or say which documents go there: up.Copy, up.Split or up.Partition.");
        else if (definition.Steps.OfType<ConvertTable>().FirstOrDefault(convert => old.Contains(convert.Old) || @new.Contains(convert.Converted)) is { } convert)
            Report(ErrorCode.ContradictingSteps, $"The step '{step.Words}' concerns a table that is converted as a whole", "Remove the step, and let the conversion do it.", ("step", convert.Words));
    }

    /// <summary>Documents that go into the table that they are in already would be there twice.</summary>
    private void CheckWay(Step step)
    {
        var (old, into) = step switch
        {
            CopyTable copy => (copy.Old, copy.Into),
            SplitTable split => (split.Old, split.Into),
            PartitionTable partition => (partition.Old, partition.Into),
            _ => throw new InvalidOperationException($"'{step.Words}' is no way into another table."),
        };
        if (routes.SuccessorOf(definition.Before.TryFind(old)!)?.Declaration == into)
            Report(ErrorCode.ContradictingSteps, $"The step '{step.Words}' leads into the table that {old.Name} itself becomes", "Name another table of this migration.");
    }

    private void CheckDuplicates()
    {
        foreach (var step in definition.Steps.OfType<RemoveDuplicates>())
        {
            if (step.Fields.Count == 0)
                Report(ErrorCode.ContradictingSteps, $"The step '{step.Words}' names no field", "Name the fields whose values documents share.");
            else if (step.Fields.Select(field => field.Table).Distinct().Count() > 1)
                Report(ErrorCode.ContradictingSteps, $"The step '{step.Words}' names fields of several tables", "Name fields of one table.");
            else if (step.Fields.FirstOrDefault(field => FieldPath.HasElements(field.Path)) is { } several)
                Report(ErrorCode.ContradictingSteps, $"The step '{step.Words}' names {several.Path}, of which a document has several", "Name fields that a document has once.");
        }
    }

    private void CheckRenamedTypes()
    {
        foreach (var steps in definition.Steps.OfType<RenameType>().GroupBy(step => new { step.Old, step.From }).Where(steps => steps.Count() > 1))
            Report(ErrorCode.ContradictingSteps, $"Type '{steps.Key.From}' of table {steps.Key.Old.Name} is renamed by {steps.Count()} steps", "Keep one of them.", [.. steps.Select(step => ("step", step.Words))]);
    }

    private void CheckMadeUnique()
    {
        foreach (var steps in definition.Steps.OfType<MakeUnique>().GroupBy(step => step.Field))
        {
            if (steps.Key.Role == FieldRole.Key)
                Report(ErrorCode.KeyChanged, $"The step '{steps.First().Words}' would change keys", "Remove the step: keys are unique already.");
            else if (steps.Count() > 1)
                Report(ErrorCode.ContradictingSteps, $"Field {steps.Key} is made unique by {steps.Count()} steps", "Keep one of them.", [.. steps.Select(step => ("step", step.Words))]);
        }
    }

    /// <summary>Documents are found by one value of their own, which is a key of the documents that they go into.</summary>
    private void CheckEmbed(EmbedDocuments step)
    {
        var owner = routes.Pairs.FirstOrDefault(pair => pair.After?.Declaration == step.Into.Table)?.Before;
        if (definition.Before.TryFind(step.Reference.Table)?.TryFind(step.Reference) is not { } reference || owner is null)
            return;
        if (FieldPath.HasElements(reference.Path))
            Report(ErrorCode.ContradictingSteps, $"The step '{step.Words}' finds its documents by {step.Reference}, which is inside an array", "Name a field that each document has once.");
        else if (!reference.Type.ReadsAs(owner.Key.Type))
            Report(ErrorCode.ContradictingSteps, $"The step '{step.Words}' finds its documents by {step.Reference} of type {reference.Type}, but the key of {owner.Name} is of type {owner.Key.Type}", $"Name the field that holds the key of {owner.Name}.");
    }

    private void CheckRekeys()
    {
        foreach (var step in definition.Steps.OfType<RekeyTable>())
        {
            if (step.Old.Role != FieldRole.Key || step.Rekeyed.Role != FieldRole.Key)
                Report(ErrorCode.KeyChanged, $"The step '{step.Words}' names a field that is no key", "Name the two keys, declared with Table.Key.");
            else if (definition.Before.TryFind(step.Old.Table) is { } before && routes.SuccessorOf(before)?.Declaration != step.Rekeyed.Table)
                Report(ErrorCode.KeyChanged, $"The step '{step.Words}' leads to the key of another table", $"Name the key of the table that {before.Name} becomes; up.Merge(Old.…, key, …) gives new keys to what goes elsewhere.");
        }

        foreach (var twice in definition.Steps.OfType<RekeyTable>().GroupBy(step => step.Old).Where(group => group.Count() > 1))
            Report(ErrorCode.ContradictingSteps, $"Table {twice.Key.Table.Name} is rekeyed by {twice.Count()} steps", "Keep one of them.");
    }

    private void Report(string code, string what, string nextStep, params (string Label, string Value)[] facts) =>
        _problems.Add(new Problem(code, $"Migration {definition.Id}: {char.ToLowerInvariant(what[0])}{what[1..]}.", nextStep, facts));
}
