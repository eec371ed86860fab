using LiteDB;
using TypedMigrations.Discovering;
using TypedMigrations.LiteDb.Documents;
using TypedMigrations.LiteDb.Transforming;
using TypedMigrations.Storing;

namespace TypedMigrations.LiteDb.Copying;

/// <summary>Inserts seed records where their keys are absent. Nothing is overwritten.</summary>
internal sealed class Seeding(WorkingFile file, DocumentCounts counts, SeedWork seed, string source)
{
    private readonly RecordCodec _codec = new(seed.Table.Record);
    private readonly string _table = seed.Table.Name;

    /// <returns>How many records the seed has, and how many were inserted.</returns>
    public (long Read, long Inserted) Insert(CancellationToken cancellation)
    {
        var read = 0L;
        var inserted = 0L;
        var isEmpty = counts[_table] == 0;
        using var portions = new Portions<BsonDocument>(Documents(), BsonSize.Of);
        using var inserting = new BulkInsert(file, _table, expected: null, source);
        while (portions.Next() is { } portion)
        {
            inserted += inserting.Insert(isEmpty ? ReadAhead.Of(portion, BsonSize.Of) : [.. portion.Where(IsAbsent)]);
            if (portions.HasMore)
                file.Close();
        }

        inserting.Finish();
        counts.Inserted(_table, inserted);
        return (read, inserted);

        IEnumerable<BsonDocument> Documents()
        {
            foreach (var record in Read())
            {
                cancellation.ThrowIfCancellationRequested();
                read++;
                yield return Write(record);
            }
        }
    }

    private bool IsAbsent(BsonDocument document) => TableReader.TryFind(file.Engine, _table, document["_id"]) is null;

    /// <summary>The records as the author's code makes them, which may fail.</summary>
    private IEnumerable<object> Read()
    {
        using var records = seed.Records.GetEnumerator();
        while (MoveNext(records))
            yield return records.Current;
    }

    private bool MoveNext(IEnumerator<object> records)
    {
        try
        {
            return records.MoveNext();
        }
        catch (Exception exception) when (exception is not (MigrationException or OperationCanceledException))
        {
            throw new MigrationException(
                new Problem(ErrorCode.StepThrew, $"{char.ToUpperInvariant(source[0])}{source[1..]} for table {_table} threw while its records were read.", "Correct the seed.",
                    ("threw", $"{exception.GetType().Name}: {exception.Message}")),
                exception);
        }
    }

    private BsonDocument Write(object record)
    {
        try
        {
            return _codec.Write(record);
        }
        catch (ValueMisfitException exception)
        {
            throw new MigrationException(new Problem(ErrorCode.ValueMisfit, $"A record of {source} for table {_table} cannot be stored.",
                "Correct the record.", ("record", $"key {seed.Table.KeyOf(record)}"), ("found", exception.Message)));
        }
    }
}
