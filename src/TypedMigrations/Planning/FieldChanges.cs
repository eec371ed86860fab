using TypedMigrations.Schemas;

namespace TypedMigrations.Planning;

/// <summary>Says what a migration does to a field that stays under its name, or why it does not stay.</summary>
internal sealed class FieldChanges(MigrationWork work)
{
    /// <summary>What changes a field, in words; null where the same values stay in the same place.</summary>
    public string? Of(TableSchema table, FieldSchema field)
    {
        var way = work.Tables.FirstOrDefault(candidate => candidate.Before?.Name == table.Name);
        if (way is not { Before: { } before, After: { } after } || after.Name != table.Name)
            return work.Steps.FirstOrDefault(step => Ends(step, table.Name))?.Words ?? $"table {table.Name} is gone";

        // Documents that get other keys come back to their table by a flow.
        var flows = work.Flows.Where(flow => way.IsRekeyed && flow.From == before && flow.Into == after);
        var steps = flows.SelectMany(flow => StepsOn(field, flow.Changes)).Concat(StepsOn(field, way.Changes))
            .Concat(work.Rekeys.Where(rekey => field.IsKey && way.IsRekeyed && rekey.From == before).Select(rekey => rekey.Step))
            .Concat(way.MakeUnique.Where(unique => FieldPath.IsWithin(field.Path, unique.Field.Path)).Select(unique => unique.Step));
        return steps.FirstOrDefault()?.Words ?? Difference(table, field, after.TryFind(field.Path));
    }

    private static bool Ends(Step step, string table) => step switch
    {
        DropTable drop => drop.Old.Name == table,
        RenameTable rename => rename.Old.Name == table,
        MergeTable merge => merge.Old.Name == table,
        PartitionTable partition => partition.Old.Name == table,
        ConvertTable convert => convert.Old.Name == table,
        EmbedDocuments embed => embed.Reference.Table.Name == table,
        _ => false,
    };

    private static IEnumerable<Step> StepsOn(FieldSchema field, DocumentChanges changes)
    {
        var ofFields = changes.Fields.Where(change =>
            (change.Step.TakesSources && change.Sources.Any(source => FieldPath.IsWithin(field.Path, source.Path))) || change.Targets.Any(target => FieldPath.IsWithin(field.Path, target.Path)));
        var ofDocuments = changes.Documents.Where(step => step switch
        {
            ConvertTable => true,
            StoreDocumentStep store => store.Removes.Concat(store.Writes).Any(named => FieldPath.IsWithin(field.Path, named.Path)),
            _ => false,
        });
        return ofFields.Select(change => (Step)change.Step).Concat(ofDocuments);
    }

    private static string? Difference(TableSchema table, FieldSchema then, FieldSchema? now) => now switch
    {
        null => $"field {table.Name}.{then.Path} is gone",
        _ when !then.Type.ReadsAs(now.Type) || !now.Type.ReadsAs(then.Type) => $"field {table.Name}.{then.Path} was {then.Type} and is {now.Type}",
        _ when then.IsRequired && !now.IsRequired => $"field {table.Name}.{then.Path} was required and may be missing",
        _ => null,
    };
}
