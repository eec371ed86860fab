using LiteDB;
using LiteDB.Engine;
using TypedMigrations.LiteDb.Documents;
using TypedMigrations.LiteDb.Transforming;
using TypedMigrations.Planning;
using TypedMigrations.Schemas;

namespace TypedMigrations.LiteDb.Copying;

/// <summary>Removes duplicates from the copy, and remembers their keys: other steps read the state before, where they still are.</summary>
internal sealed class RemovedKeys
{
    private const int DocumentsInTransaction = 1_000;

    private readonly Dictionary<TableSchema, HashSet<BsonValue>> _removed = [];

    public bool Contains(TableSchema table, BsonValue key) => _removed.Count > 0 && _removed.TryGetValue(table, out var keys) && keys.Contains(key);

    /// <returns>The keys of the documents that are to go.</returns>
    public IReadOnlyList<BsonValue> Find(RemoveDuplicates step, TableSchema table, WorkingFile before, MisfitLog misfits, CancellationToken cancellation)
    {
        var codec = new RecordCodec(table.Record);
        var removed = _removed[table] = _removed.GetValueOrDefault(table) ?? [];
        var keys = new List<BsonValue>();
        foreach (var (_, group) in UniqueOffenders.Find(before.Engine, table.Name, [.. step.Fields.Select(field => IndexExpression.OfPath(field.Path))], skipAbsent: true, cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
            // What another step removes is no duplicate any more.
            var left = group.Where(key => !removed.Contains(key)).ToList();
            if (left.Count < 2)
                continue;
            var kept = (Key: left[0], Record: Read(before, table, codec, left[0], step, misfits));
            foreach (var key in left.Skip(1))
            {
                var other = (Key: key, Record: Read(before, table, codec, key, step, misfits));
                if (misfits.HasFailed)
                    continue;
                var stays = Choose(step, table, kept, other, misfits);
                keys.Add(stays.Key == kept.Key ? other.Key : kept.Key);
                kept = stays;
            }
        }

        misfits.ThrowIfFailed();
        misfits.Touched(step, keys.Count);
        removed.UnionWith(keys);
        return keys;
    }

    public static void Delete(LiteEngine engine, string table, IEnumerable<BsonValue> keys, CancellationToken cancellation)
    {
        foreach (var batch in keys.Chunk(DocumentsInTransaction))
        {
            cancellation.ThrowIfCancellationRequested();
            if (engine.Delete(table, batch) != batch.Length)
                throw new IOException($"LiteDB did not delete all {batch.Length:N0} documents of a batch of {table}.");
        }
    }

    private static (BsonValue Key, object Record) Choose(RemoveDuplicates step, TableSchema table, (BsonValue Key, object Record) first, (BsonValue Key, object Record) second, MisfitLog misfits)
    {
        var place = new DocumentPlace(table.Name, second.Key, OldRecord: null);
        misfits.TryMake(step, place, field: null, () =>
        {
            var chosen = step.Keep!(first.Record, second.Record);
            return ReferenceEquals(chosen, first.Record) || ReferenceEquals(chosen, second.Record) ? chosen : throw new InvalidOperationException("The rule returned neither of the two records.");
        }, out var kept);
        return ReferenceEquals(kept, second.Record) ? second : first;
    }

    private static object Read(WorkingFile before, TableSchema table, RecordCodec codec, BsonValue key, RemoveDuplicates step, MisfitLog misfits)
    {
        var document = TableReader.TryFind(before.Engine, table.Name, key)!;
        misfits.TryMake(step, new DocumentPlace(table.Name, key, OldRecord: null), field: null, () => codec.Read(document), out var record);
        return record;
    }
}
