using LiteDB;
using TypedMigrations.LiteDb.Documents;
using TypedMigrations.LiteDb.Pages;
using TypedMigrations.Storing;

namespace TypedMigrations.LiteDb.Copying;

/// <summary>Changes the documents of one table where they lie: all that a group of migrations does to them, in one pass.</summary>
/// <param name="changes">What each migration does, in run order.</param>
/// <param name="progress">Told how many documents were read, now and then and at the end.</param>
internal sealed class TablePass(IReadOnlyList<ChangeInPlace> changes, ReadProgress progress)
{
    private readonly List<BsonValue> _leaving = [];

    // Once a change has failed those after it stop: one after the other, they would not have run.
    private int _last = changes.Count - 1;

    /// <param name="file">The file.</param>
    /// <param name="settled">The same file, settled.</param>
    /// <param name="table">The name of the table.</param>
    /// <param name="before">The state before, where a change reads it, or null.</param>
    /// <param name="cancellation">Ends the pass.</param>
    /// <returns>How many documents left for another table.</returns>
    public long Run(WorkingFile file, SettledFile settled, string table, WorkingFile? before, CancellationToken cancellation)
    {
        var gone = 0L;
        // LiteDB would write changed values into the indexes, too.
        var isOfPages = TableReader.Indexes(file.Engine)[table].All(index => !changes.Any(change => change.Concerns(index)));
        file.Close();
        using var source = new TableSource(file, settled, table, before);
        while (source.Next() is { } portion)
        {
            var changed = progress.Told(ReadAhead.Of(portion.Where(placed => IsChanged(placed.Document)), placed => TableSource.MemoryPerByte * placed.Bytes));
            if (!isOfPages)
                Inserting.Update(file.Engine, table, changed.Select(placed => placed.Document));
            else if (WriteInPages(file, settled.Collection(table), changed) is { Count: > 0 } left)
                Inserting.Update(file.Engine, table, left);
            RemovedKeys.Delete(file.Engine, table, _leaving, cancellation);
            gone += _leaving.Count;
            _leaving.Clear();
            source.CloseBetween();
        }

        progress.End();
        return gone;
    }

    /// <returns>The documents that are left to LiteDB.</returns>
    private static IReadOnlyList<BsonDocument> WriteInPages(WorkingFile file, uint collection, IEnumerable<PlacedDocument> changed)
    {
        using var pages = new PageChanges(file.WritePages());
        return pages.Write(changed, collection);
    }

    /// <summary>Whether a document is to be written. Where one did not fit, the others are looked at, too, but nothing is written any more.</summary>
    private bool IsChanged(BsonDocument document)
    {
        progress.Read();
        var (isChanged, key) = (false, document["_id"]);
        for (var i = 0; i <= _last; i++)
        {
            var outcome = changes[i].Apply(document);
            isChanged |= outcome == Outcome.Changed;
            if (changes[i].HasFailed)
                _last = i;
            else if (outcome == Outcome.Leaves)
                _leaving.Add(key);
        }

        return isChanged && !changes[_last].HasFailed;
    }
}
