using LiteDB;
using TypedMigrations.LiteDb.Documents;
using TypedMigrations.LiteDb.Transforming;
using TypedMigrations.Planning;
using TypedMigrations.Schemas;
using TypedMigrations.Storing;

namespace TypedMigrations.LiteDb.Copying;

/// <summary>Changes the documents of the copy: in place, on their way into other tables, out of arrays, and derived ones.</summary>
/// <param name="file">The copy.</param>
/// <param name="before">The state before the migration; null where no step reads it.</param>
/// <param name="surroundings">What functions and references read.</param>
/// <param name="removed">The duplicates that are removed.</param>
/// <param name="misfits">Is told what did not fit.</param>
/// <param name="progress">Told the table, the documents done so far, and how many there are.</param>
/// <param name="counts">How many documents each table has now.</param>
/// <param name="countsBefore">How many documents each table had before the migration.</param>
/// <param name="cancellation">Ends the work between two batches.</param>
internal sealed class TableChanges(
    WorkingFile file, WorkingFile? before, Surroundings surroundings, RemovedKeys removed, MisfitLog misfits, Action<string, long, long?> progress,
    DocumentCounts counts, IReadOnlyDictionary<string, long> countsBefore, CancellationToken cancellation)
{
    /// <summary>Changes documents where they are; those that leave for another table are deleted.</summary>
    public (long Read, long Written, long Left) InPlace(TableWork table)
    {
        var name = table.After!.Name;
        var transform = new DocumentTransform(table.Changes, table.Before!, table.After, surroundings, misfits);
        var staying = new DocumentSelection(table.Before!, table.Leaving, way: null, surroundings.State, removed, misfits);
        var (read, written, left) = (0L, 0L, 0L);
        var total = counts[name];
        foreach (var batch in TableReader.Batches(file, name, before, cancellation))
        {
            var leaving = table.Leaving.Count == 0 ? [] : batch.Where(document => !staying.Includes(document)).ToHashSet();
            var changed = batch.Where(document => !leaving.Contains(document) && transform.Apply(document)).ToList();
            if (!misfits.HasFailed)
            {
                Inserting.Update(file.Engine, name, changed);
                RemovedKeys.Delete(file.Engine, name, leaving.Select(document => document["_id"]), cancellation);
            }

            (read, written, left) = (read + batch.Count, written + changed.Count, left + leaving.Count);
            progress(name, read, total);
        }

        misfits.ThrowIfFailed();
        return (read, written, left);
    }

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
        var (read, inserted) = (0L, 0L);
        foreach (var batch in TableReader.Batches(before!, from.Name, file, cancellation))
        {
            var made = batch.SelectMany(make).ToList();
            if (!misfits.HasFailed)
                Inserting.All(file.Engine, into, made, $"the step '{step.Words}'");
            (read, inserted) = (read + batch.Count, inserted + made.Count);
            progress(from.Name, read, countsBefore.TryGetValue(from.Name, out var total) ? total : null);
        }

        misfits.ThrowIfFailed();
        misfits.Touched(step, inserted);
        return (read, inserted);
    }
}
