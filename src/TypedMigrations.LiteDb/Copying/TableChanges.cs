using LiteDB;
using TypedMigrations.LiteDb.Documents;
using TypedMigrations.LiteDb.Transforming;
using TypedMigrations.Planning;
using TypedMigrations.Schemas;
using TypedMigrations.Storing;

namespace TypedMigrations.LiteDb.Copying;

/// <summary>Inserts into the copy what becomes of documents of the state before: on their way into other tables, out of arrays, and derived ones.</summary>
/// <param name="file">The copy.</param>
/// <param name="before">The state before the migration; null where no step reads it.</param>
/// <param name="surroundings">What functions and references read.</param>
/// <param name="removed">The duplicates that are removed.</param>
/// <param name="misfits">Is told what did not fit.</param>
/// <param name="progress">Told the table, the documents done so far, and how many there are.</param>
/// <param name="countsBefore">How many documents each table had before the migration.</param>
/// <param name="cancellation">Ends the work between two batches.</param>
internal sealed class TableChanges(
    WorkingFile file, WorkingFile? before, Surroundings surroundings, RemovedKeys removed, MisfitLog misfits, Action<string, long, long?> progress,
    IReadOnlyDictionary<string, long> countsBefore, CancellationToken cancellation)
{
    /// <summary>Lets documents of the state before go into a table of the copy.</summary>
    public (long Read, long Inserted) Flow(DocumentFlow flow)
    {
        var transform = new DocumentTransform(flow.Changes, flow.From, flow.Into, surroundings, misfits);
        var going = new DocumentSelection(flow.From, flow.Partitions, flow.Step as PartitionTable, surroundings.State, removed, misfits);
        var keys = flow.Rekey is null ? null : surroundings.Keys[flow.Rekey];
        var declared = flow.IsDeclaredOnly ? flow.Into.Record.Fields.Select(field => field.Name).ToHashSet(StringComparer.OrdinalIgnoreCase) : null;
        return Insert(flow.From, flow.Into.Name, flow.Step, document =>
        {
            if (!going.Includes(document))
                return [];
            var old = document["_id"];
            transform.Apply(document);
            if (keys is not null)
                document["_id"] = keys.TryFind(old)!;
            if (declared is not null)
                document.Keys.Where(name => !declared.Contains(name)).ToList().ForEach(name => document.Remove(name));
            return [document];
        });
    }

    /// <summary>Makes a document of each array element of the state before.</summary>
    public (long Read, long Inserted) Extract(ExtractWork extract)
    {
        var extraction = new Extraction(extract, misfits);
        return Insert(extract.From, extract.Into.Name, extract.Step, document => removed.Contains(extract.From, document["_id"]) ? [] : extraction.DocumentsOf(document));
    }

    /// <summary>Inserts the documents that a function derives from those of the state before.</summary>
    public (long Read, long Inserted) Derive(InsertWork insert)
    {
        var (from, into) = (new RecordCodec(insert.From.Record), new RecordCodec(insert.Into.Record));
        return Insert(insert.From, insert.Into.Name, insert.Step, document => Derived(insert, document, from, into));
    }

    /// <summary>Asks the author's function for one document after the other: there may be many, or no end of them.</summary>
    private IEnumerable<BsonDocument> Derived(InsertWork insert, BsonDocument document, RecordCodec from, RecordCodec into)
    {
        var place = new DocumentPlace(insert.From.Name, document["_id"], OldRecord: null);
        if (!misfits.TryMake(insert.Step, place, field: null, () => insert.Step.Function(from.Read(document), surroundings.State!).GetEnumerator(), out var records))
            yield break;

        using (records)
        {
            while (misfits.TryMake(insert.Step, place, field: null, records.MoveNext, out var isThere) && isThere)
            {
                cancellation.ThrowIfCancellationRequested();
                if (!misfits.TryMake(insert.Step, place, field: null, () => into.Write(records.Current), out var made))
                    yield break;
                yield return made;
            }
        }
    }

    private (long Read, long Inserted) Insert(TableSchema from, string into, Step step, Func<BsonDocument, IEnumerable<BsonDocument>> make)
    {
        var inserted = 0L;
        var documents = new ReadProgress(read => progress(from.Name, read, countsBefore.TryGetValue(from.Name, out var total) ? total : null));
        using var settled = before!.Settle(cancellation);
        using var source = new TableSource(before, settled, from.Name, file);
        using (var inserting = new BulkInsert(file, into, countsBefore.GetValueOrDefault(from.Name), $"the step '{step.Words}'"))
        {
            while (source.Next() is { } portion)
            {
                inserted += inserting.Insert(documents.Told(ReadAhead.Of(portion.SelectMany(placed => Made(placed.Document)), BsonSize.Of)));
                source.CloseBetween();
            }

            inserting.Finish();
        }

        documents.End();
        misfits.ThrowIfFailed();
        misfits.Touched(step, inserted);
        return (documents.Count, inserted);

        // Where a document did not fit, the others are looked at, too, but nothing is inserted any more.
        IEnumerable<BsonDocument> Made(BsonDocument document)
        {
            documents.Read();
            foreach (var made in make(document))
            {
                if (!misfits.HasFailed)
                    yield return made;
            }
        }
    }
}
