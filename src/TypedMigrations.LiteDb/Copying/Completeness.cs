using LiteDB;
using TypedMigrations.LiteDb.Transforming;
using TypedMigrations.Planning;
using TypedMigrations.Schemas;

namespace TypedMigrations.LiteDb.Copying;

/// <summary>Proves that no document of a table that is gone was left behind: each was embedded, or went to a partition.</summary>
internal sealed class Completeness(MigrationWork work, WorkingFile before, RemovedKeys removed, MisfitLog misfits, CancellationToken cancellation)
{
    private const int KeysShown = 5;

    /// <exception cref="MigrationException">TM4010: documents went nowhere; how many, with the first keys.</exception>
    public void Check()
    {
        foreach (var table in work.Tables.Where(table => table.After is null))
        {
            if (work.Definition.Steps.OfType<EmbedDocuments>().FirstOrDefault(step => step.Reference.Table == table.Before!.Declaration) is { } embed)
                CheckEmbedded(embed, table.Before!);
            var partitions = work.Definition.Steps.OfType<PartitionTable>().Where(step => step.Old == table.Before!.Declaration).ToList();
            if (partitions.Count > 0 && !work.Definition.Steps.Any(step => (step is MergeTable merge && merge.Old == table.Before!.Declaration) || (step is DropTable drop && drop.Old == table.Before!.Declaration)))
                CheckPartitioned(partitions, table.Before!);
        }
    }

    private void CheckEmbedded(EmbedDocuments step, TableSchema table)
    {
        var count = TableReader.Count(before.Engine, table.Name);
        if (misfits.TouchedBy(step) == count)
            return;

        // Only now is it worth the time to look for the documents themselves.
        var owners = work.Definition.Before.Tables.First(owner => Heir(owner)?.TryFind(step.Into) is not null);
        var path = Documents.IndexExpression.OfPath(step.Reference.Path);
        var reference = BsonExpression.Create(path);
        throw Left(step, table, count - misfits.TouchedBy(step), "refer to no document",
            "Correct the references, or remove these documents in a migration before.",
            document => TableReader.TryFind(before.Engine, owners.Name, reference.ExecuteScalar(document)) is null);
    }

    private TableSchema? Heir(TableSchema owner) => work.Tables.FirstOrDefault(table => table.Before == owner)?.After;

    private void CheckPartitioned(IReadOnlyList<PartitionTable> partitions, TableSchema table)
    {
        var none = new DocumentSelection(table, partitions, way: null, state: null, removed, misfits);
        var count = 0L;
        foreach (var batch in TableReader.Batches(before, table.Name, beside: null, cancellation))
            count += batch.Count(none.Includes);
        if (count > 0)
            throw Left(partitions[^1], table, count, "fit none of the partitions", "Add a last partition for the rest: up.Partition(Old.…, …, _ => true); or keep the table.", none.Includes);
    }

    private MigrationException Left(Step step, TableSchema table, long count, string why, string nextStep, Func<BsonDocument, bool> isLeft)
    {
        var keys = TableReader.Batches(before, table.Name, beside: null, cancellation).SelectMany(batch => batch).Where(isLeft).Take(KeysShown).Select(document => ("document", StepFailure.KeyText(document["_id"])));
        return new MigrationException(new Problem(
            ErrorCode.DocumentsLeft, $"The table {table.Name} is to go, but {count:N0} of its documents {why}.", nextStep, [("step", step.Words), .. keys]));
    }
}
