using System.Collections;
using LiteDB;
using TypedMigrations.Discovering;
using TypedMigrations.LiteDb.Documents;
using TypedMigrations.LiteDb.Transforming;

namespace TypedMigrations.LiteDb.Copying;

/// <summary>The records of a seed as documents, made one after the other.</summary>
internal sealed class SeedDocuments(SeedWork seed, SeedKind kind, CancellationToken cancellation)
{
    private readonly RecordCodec _codec = new(seed.Table.Record);

    public string Table => seed.Table.Name;

    /// <summary>What they are of, for messages.</summary>
    public string Source => $"the {kind.ToString().ToLowerInvariant()} data";

    /// <summary>How many records there are, where the seed names them all at once; null where it makes them.</summary>
    public int? Count => (seed.Records as ICollection)?.Count;

    /// <summary>How many records were read.</summary>
    public long Read { get; private set; }

    public IEnumerable<BsonDocument> Make()
    {
        foreach (var record in Records())
        {
            cancellation.ThrowIfCancellationRequested();
            Read++;
            yield return Write(record);
        }
    }

    /// <summary>The records as the author's code makes them, which may fail.</summary>
    private IEnumerable<object> Records()
    {
        // Asked as objects, each author's type would be a variant interface that the runtime makes anew.
        var records = ((IEnumerable)seed.Records).GetEnumerator();
        using var disposed = records as IDisposable;
        while (MoveNext(records))
            yield return records.Current;
    }

    private bool MoveNext(IEnumerator records)
    {
        try
        {
            return records.MoveNext();
        }
        catch (Exception exception) when (exception is not (MigrationException or OperationCanceledException))
        {
            throw new MigrationException(
                new Problem(ErrorCode.StepThrew, $"{char.ToUpperInvariant(Source[0])}{Source[1..]} for table {Table} threw while its records were read.", "Correct the seed.",
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
            throw new MigrationException(new Problem(ErrorCode.ValueMisfit, $"A record of {Source} for table {Table} cannot be stored.",
                "Correct the record.", ("record", $"key {seed.Table.KeyOf(record)}"), ("found", exception.Message)));
        }
    }
}
