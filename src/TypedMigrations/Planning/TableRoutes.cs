using TypedMigrations.Discovering;
using TypedMigrations.Schemas;

namespace TypedMigrations.Planning;

/// <summary>Where the documents of each table go: they stay in one that goes on, flow into others, or are gone.</summary>
internal sealed class TableRoutes
{
    private readonly MigrationDefinition _definition;
    private readonly Report _report;
    private readonly List<TablePair> _pairs = [];

    public TableRoutes(MigrationDefinition definition, Report report)
    {
        _definition = definition;
        _report = report;
        foreach (var before in definition.Before.Tables)
            Pair(before);
        CheckPairs();
        _pairs.AddRange(definition.After.Tables.Where(after => _pairs.All(pair => pair.After != after)).Select(after => new TablePair(null, after)).ToList());
    }

    /// <summary>Each table before with the table after that it becomes in place; null for one that is new or gone.</summary>
    public IReadOnlyList<TablePair> Pairs => _pairs;

    /// <summary>The table after that a table before becomes in place, or null.</summary>
    public TableSchema? SuccessorOf(TableSchema before) => _pairs.FirstOrDefault(pair => pair.Before == before)?.After;

    /// <summary>The step that gives the documents of a table other keys, or null.</summary>
    public RekeyTable? RekeyOf(TableSchema before) => _definition.Steps.OfType<RekeyTable>().FirstOrDefault(step => step.Old.Table == before.Declaration);

    public IReadOnlyList<PartitionTable> PartitionsOf(TableSchema before) => [.. _definition.Steps.OfType<PartitionTable>().Where(step => step.Old == before.Declaration && _definition.After.TryFind(step.Into) is not null)];

    /// <summary>The ways by which documents of a table go into others, besides staying.</summary>
    public IReadOnlyList<TableFlow> FlowsOf(TableSchema before) =>
    [
        .. _definition.Steps.Select(step => TargetOf(step, before.Declaration) is { } into ? new TableFlow(step, into) : null).OfType<TableFlow>(),
    ];

    /// <summary>The table after that has the documents of a table before, if there is one: that it becomes or is merged into.</summary>
    public TableSchema? HeirOf(TableSchema before) =>
        SuccessorOf(before) ?? FlowsOf(before).Where(flow => flow.Step is MergeTable).Select(flow => flow.Into).FirstOrDefault();

    /// <summary>Whether a step, which names fields of a table, takes them to one that none of its documents go to.</summary>
    public bool LeadsNowhere(FieldStep step) =>
        !(_definition.Before.TryFind(step.Sources[0].Table) is { } before && step.Targets.All(target => Goes(before, target.Table)));

    /// <summary>Whether documents of a table before are in a table after.</summary>
    public bool Goes(TableSchema before, Table into) => SuccessorOf(before)?.Declaration == into || FlowsOf(before).Any(flow => flow.Into.Declaration == into);

    private TableSchema? TargetOf(Step step, Table before) => step switch
    {
        CopyTable copy when copy.Old == before => _definition.After.TryFind(copy.Into),
        MergeTable merge when merge.Old == before => _definition.After.TryFind(merge.Into),
        PartitionTable partition when partition.Old == before => _definition.After.TryFind(partition.Into),
        SplitTable split when split.Old == before => _definition.After.TryFind(split.Into),
        _ => null,
    };

    private void Pair(TableSchema before)
    {
        var claims = _definition.Steps.Where(step => Claims(step, before.Declaration)).ToList();
        var becomes = claims.Select(step => step switch
        {
            RenameTable rename => _definition.After.TryFind(rename.Renamed),
            ConvertTable convert => _definition.After.TryFind(convert.Converted),
            _ => null,
        }).FirstOrDefault(after => after is not null);
        var partitions = PartitionsOf(before);

        if (claims.Count > 1)
            _report(ErrorCode.ContradictingSteps, $"Table {before.Name} is claimed by {claims.Count} steps", "Keep one of them.", [.. claims.Select(step => ("step", step.Words))]);
        else if (claims is [DropTable or MergeTable or EmbedDocuments])
            _pairs.Add(new TablePair(before, null));
        else if ((becomes ?? (claims.Count == 0 ? _definition.After.TryFind(before.Name) : null)) is { } after)
            _pairs.Add(new TablePair(before, after));
        else if (claims.Count == 0 && partitions.Count > 0)
            _pairs.Add(new TablePair(before, null));
        else if (claims.Count == 0)
            _report(ErrorCode.TableUnaccounted, $"Table {before.Name} is gone, and no step says where to", $"Add to Up: up.Drop(Old.{before.Constant}); or up.Rename(Old.{before.Constant}, …);", []);
    }

    private static bool Claims(Step step, Table before) => step switch
    {
        DropTable drop => drop.Old == before,
        RenameTable rename => rename.Old == before,
        MergeTable merge => merge.Old == before,
        ConvertTable convert => convert.Old == before,
        EmbedDocuments embed => embed.Reference.Table == before,
        _ => false,
    };

    private void CheckPairs()
    {
        foreach (var after in _pairs.Where(pair => pair.After is not null).GroupBy(pair => pair.After!).Where(group => group.Count() > 1))
            _report(ErrorCode.ContradictingSteps, $"Table {after.Key.Name} comes from {after.Count()} tables: {string.Join(", ", after.Select(pair => pair.Before!.Name))}", "Rename only one of them to it, and merge the others: up.Merge(Old.…, …);", []);
        foreach (var (before, _) in _pairs.Where(pair => pair.After is null && _definition.After.TryFind(pair.Before!.Name) is { } still && _pairs.All(other => other.After != still)).ToList())
            _report(ErrorCode.ContradictingSteps, $"Table {before!.Name} is dropped, but {_definition.After.TryFind(before.Name)!.Constant} still declares it", "Remove the step, or the constant.", []);
    }
}

/// <summary>A table before, and the table after that it becomes in place; null for one that is new or gone.</summary>
internal sealed record TablePair(TableSchema? Before, TableSchema? After);

/// <summary>A way by which documents go into another table.</summary>
internal sealed record TableFlow(Step Step, TableSchema Into);
