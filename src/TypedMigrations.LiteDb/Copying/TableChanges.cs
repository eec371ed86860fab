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
        return Insert(insert.From, insert.Into.Name, insert.Step, document =>
        {
            var place = new DocumentPlace(insert.From.Name, document["_id"], OldRecord: null);
            return misfits.TryMake(insert.Step, place, field: null, () => insert.Step.Function(from.Read(document), surroundings.State!).Select(into.Write).ToList(), out var made) ? made : [];
        });
    }

    private (long Read, long Inserted) Insert(TableSchema from, string into, Step step, Func<BsonDocument, IReadOnlyList<BsonDocument>> make)
    {
        var inserted = 0L;
        var documents = new ReadProgress(read => progress(from.Name, read, countsBefore.TryGetValue(from.Name, out var total) ? total : null));
        using var source = new TableSource(before!, from.Name, file, cancellation);
        while (source.Next() is { } portion)
        {
            inserted += Inserting.All(file.Engine, into, documents.Told(ReadAhead.Of(portion.SelectMany(Made), BsonSize.Of)), $"the step '{step.Words}'");
            source.CloseBetween();
        }

        documents.End();
        misfits.ThrowIfFailed();
        misfits.Touched(step, inserted);
        return (documents.Count, inserted);

        IReadOnlyList<BsonDocument> Made(BsonDocument document)
        {
            documents.Read();
            var made = make(document);
            return misfits.HasFailed ? [] : made;
        }
    }
}
