using TypedMigrations.Discovering;
using TypedMigrations.Planning;
using TypedMigrations.Schemas;

namespace TypedMigrations.Testing.Keeping;

/// <summary>Where the documents of a table go, read from the steps that the author wrote.</summary>
/// <param name="From">The name of the table before.</param>
/// <param name="Before">The table before; null for one that this module does not declare.</param>
/// <param name="Homes">The tables of which exactly one has each document afterwards. Empty where the table is dropped or embedded.</param>
/// <param name="Copies">The tables that have each document as well.</param>
internal sealed record Route(string From, TableSchema? Before, IReadOnlyList<Destination> Homes, IReadOnlyList<Destination> Copies)
{
    /// <summary>The step that makes an end of the documents; null where they stay.</summary>
    public DropTable? Drop { get; init; }

    /// <summary>The step that puts the documents into others.</summary>
    public EmbedDocuments? Embed { get; init; }

    /// <summary>The step that gives the documents other keys. Null where keys stay.</summary>
    public Step? Rekey { get; init; }

    /// <summary>The step that may remove documents that are there twice.</summary>
    public IReadOnlyList<RemoveDuplicates> Duplicates { get; init; } = [];

    public IEnumerable<Destination> All => Homes.Concat(Copies);
}

/// <summary>A table after, into which documents go.</summary>
/// <param name="Table">Its name.</param>
/// <param name="After">The table after; null for one that this module does not declare.</param>
internal sealed record Destination(string Table, TableSchema? After)
{
    /// <summary>Whether only declared fields go there.</summary>
    public bool IsHalf { get; init; }

    /// <summary>The step that makes each document anew; null where fields are changed one by one.</summary>
    public ConvertTable? Conversion { get; init; }
}

/// <summary>The routes of all tables that a database has.</summary>
internal sealed class Routes(MigrationDefinition definition)
{
    public IReadOnlyList<Route> Of(IEnumerable<string> tables) => [.. tables.Select(Of)];

    private Route Of(string table)
    {
        if (definition.Before.TryFind(table) is not { } before)
            return new Route(table, Before: null, [new Destination(table, After: null)], []);

        var steps = definition.Steps;
        return new Route(table, before, [.. Homes(before).DistinctBy(home => home.Table)], [.. Copies(before)])
        {
            Drop = steps.OfType<DropTable>().FirstOrDefault(step => step.Old == before.Declaration),
            Embed = steps.OfType<EmbedDocuments>().FirstOrDefault(step => step.Reference.Table == before.Declaration),
            Rekey = (Step?)steps.OfType<RekeyTable>().FirstOrDefault(step => step.Old.Table == before.Declaration) ?? steps.OfType<MergeTable>().FirstOrDefault(step => step.Old == before.Declaration && step.Key is not null),
            Duplicates = [.. steps.OfType<RemoveDuplicates>().Where(step => step.Fields[0].Table == before.Declaration)],
        };
    }

    private IEnumerable<Destination> Homes(TableSchema before)
    {
        var isGone = false;
        foreach (var step in definition.Steps)
        {
            if (step is PartitionTable partition && partition.Old == before.Declaration)
                yield return To(partition.Into);
            if (step is MergeTable merge && merge.Old == before.Declaration)
                yield return To(merge.Into);
            if (step is RenameTable rename && rename.Old == before.Declaration)
                yield return To(rename.Renamed);
            if (step is ConvertTable convert && convert.Old == before.Declaration)
                yield return To(convert.Converted) with { Conversion = convert };
            isGone |= IsEnd(step, before.Declaration);
        }

        if (!isGone && definition.After.TryFind(before.Name) is { } stays)
            yield return To(stays.Declaration);
    }

    private static bool IsEnd(Step step, Table before) => step switch
    {
        DropTable drop => drop.Old == before,
        EmbedDocuments embed => embed.Reference.Table == before,
        MergeTable merge => merge.Old == before,
        RenameTable rename => rename.Old == before,
        ConvertTable convert => convert.Old == before,
        _ => false,
    };

    private IEnumerable<Destination> Copies(TableSchema before)
    {
        foreach (var copy in definition.Steps.OfType<CopyTable>().Where(step => step.Old == before.Declaration))
            yield return To(copy.Into);
        foreach (var split in definition.Steps.OfType<SplitTable>().Where(step => step.Old == before.Declaration))
            yield return To(split.Into) with { IsHalf = true };
    }

    private Destination To(Table table) => new(table.Name, definition.After.TryFind(table));
}
