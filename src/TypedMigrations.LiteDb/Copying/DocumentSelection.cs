using LiteDB;
using TypedMigrations.LiteDb.Documents;
using TypedMigrations.LiteDb.Transforming;
using TypedMigrations.Planning;
using TypedMigrations.Schemas;

namespace TypedMigrations.LiteDb.Copying;

/// <summary>Chooses the documents of a table before that go one way: by its partitions, and without removed duplicates.</summary>
/// <param name="from">The table before.</param>
/// <param name="partitions">The partitions of the table, in order; empty where all documents go.</param>
/// <param name="way">The partition whose documents go this way; null for those that none wants.</param>
/// <param name="state">The state before, for the partitions' functions.</param>
/// <param name="removed">The duplicates that are removed.</param>
/// <param name="misfits">Is told of documents that a function throws on.</param>
internal sealed class DocumentSelection(TableSchema from, IReadOnlyList<PartitionTable> partitions, PartitionTable? way, StateBefore? state, RemovedKeys removed, MisfitLog misfits)
{
    private readonly RecordCodec? _codec = partitions.Count == 0 ? null : new RecordCodec(from.Record);

    public bool Includes(BsonDocument document) => TryWayOf(document, out var own) && own == way;

    /// <summary>Whether a document goes this way; or goes by a partition to a table where it keeps its key; or neither, where it is removed or goes elsewhere.</summary>
    public (bool IsIncluded, bool KeepsKey) Look(BsonDocument document, Table into) =>
        TryWayOf(document, out var own) ? (own == way, own is not null && own != way && own.Into == into) : (false, false);

    /// <summary>The partition that a document goes to, or null for none; false where it is removed, or where that cannot be said, which is told later.</summary>
    private bool TryWayOf(BsonDocument document, out PartitionTable? own)
    {
        own = null;
        if (removed.Contains(from, document["_id"]))
            return false;
        if (_codec is null)
            return true;

        var place = new DocumentPlace(from.Name, document["_id"], OldRecord: null);
        return misfits.TryMake(partitions[0], place, field: null, () =>
        {
            var record = _codec.Read(document);
            return partitions.FirstOrDefault(partition => partition.Where(record, state!));
        }, out own);
    }
}
