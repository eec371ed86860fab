using LiteDB;
using LiteDB.Engine;
using TypedMigrations.LiteDb.Documents;
using TypedMigrations.LiteDb.Pages;
using TypedMigrations.LiteDb.Transforming;
using TypedMigrations.Planning;
using TypedMigrations.Schemas;
using TypedMigrations.Storing;

namespace TypedMigrations.LiteDb.Copying;

/// <summary>Applies one migration to the copy, in the order that lets every step read the state before it.</summary>
internal sealed class MigrationRun : IDisposable
{
    private readonly WorkingFile _file;
    private readonly DocumentCounts _counts;
    private readonly ApplyOptions _options;
    private readonly CancellationToken _cancellation;
    private readonly MisfitLog _misfits = new();
    private readonly RemovedKeys _removed = new();
    private readonly SortedDictionary<string, TableCount> _touched = new(StringComparer.Ordinal);
    private IReadOnlyDictionary<string, long> _countsBefore = new Dictionary<string, long>();
    private Surroundings? _surroundings;

    public MigrationRun(WorkingFile file, DocumentCounts counts, MigrationWork work, ApplyOptions options, CancellationToken cancellation)
    {
        _file = file;
        _counts = counts;
        Work = work;
        _options = options;
        _cancellation = cancellation;
    }

    public MigrationWork Work { get; }

    /// <summary>The state before the migration; null where no step reads it.</summary>
    public WorkingFile? Before { get; private set; }

    /// <summary>What it did to each table, and by each step.</summary>
    public AppliedWork Applied => new([.. _touched.Values], _misfits.Counts(Work.Steps));

    /// <summary>Keeps the state before where a step reads it, makes the keys that change, and does what comes before documents change.</summary>
    public void Prepare()
    {
        Before = Work.LooksUpStateBefore ? _file.Copy() : null;
        foreach (var table in Work.Tables.Where(table => table.Before is not null))
            _counts.Ensure(_file.Engine, table.Before!.Name);
        _countsBefore = Work.Tables.Select(table => table.Before?.Name).OfType<string>().ToDictionary(name => name, name => _counts[name], StringComparer.Ordinal);
        _surroundings = MakeSurroundings(Before);
        DropAndRenameTables();
        DropIndexes();
        TakeOutRekeyed();
    }

    /// <summary>What it does to documents where they lie, by table.</summary>
    public IEnumerable<RunChange> Changes()
    {
        foreach (var table in Work.Tables.Where(table => table is { Before: not null, After: not null, IsRekeyed: false } && (!table.Changes.IsEmpty || table.Leaving.Count > 0)))
        {
            var transform = new DocumentTransform(table.Changes, table.Before!, table.After!, _surroundings!, _misfits);
            var staying = table.Leaving.Count == 0 ? null : new DocumentSelection(table.Before!, table.Leaving, way: null, _surroundings!.State, _removed, _misfits);
            yield return new RunChange(this, table.After!.Name, new ChangeInPlace(transform, staying, TouchedFields.Of(table.Changes), _misfits));
        }
    }

    /// <exception cref="MigrationException">Documents did not fit; how many for each step, with the first keys.</exception>
    public void ThrowIfFailed() => _misfits.ThrowIfFailed();

    /// <summary>Whether there is more to finish than seeds.</summary>
    public bool HasMoreThanSeeds => Work.Flows.Count + Work.Extracts.Count + Work.Inserts.Count > 0 || Work.StoreSteps.Any()
        || Work.Tables.Any(table => table.Before is null || table.MakeUnique.Count + table.CreateIndexes.Count > 0);

    /// <summary>Makes tables, inserts what comes from other tables, makes values unique, and indexes.</summary>
    public void Finish()
    {
        CreateTables();
        InsertDocuments(new TableChanges(_file, Before, _surroundings!, _removed, _misfits, _options.OnProgress, _countsBefore, _cancellation));
        foreach (var step in Work.StoreSteps)
            RunStoreStep(step);
        MakeUnique();
        CreateIndexes();
    }

    /// <summary>Counts what was done to a table.</summary>
    public void Touch(string table, long read, long written)
    {
        var before = _touched.GetValueOrDefault(table);
        _touched[table] = new TableCount(table, (before?.Read ?? 0) + read, (before?.Written ?? 0) + written);
    }

    /// <summary>Throws the state before away.</summary>
    public void Dispose() => Before?.Remove();

    /// <summary>Removes duplicates and makes the keys that change: whatever follows needs both.</summary>
    private Surroundings MakeSurroundings(WorkingFile? before)
    {
        var reader = before is null ? null : new StateBeforeReader(before, Work.Definition.Readable);
        var state = reader is null ? null : new StateBefore(reader);
        foreach (var step in Work.Definition.Steps.OfType<RemoveDuplicates>())
        {
            var table = Work.Definition.Before.TryFind(step.Fields[0].Table)!;
            var keys = _removed.Find(step, table, before!, _misfits, _cancellation);
            RemovedKeys.Delete(_file.Engine, table.Name, keys, _cancellation);
            _counts.Inserted(table.Name, -keys.Count);
            Touch(table.Name, read: 0, written: keys.Count);
        }

        var maps = new KeyMaps();
        if (Work.Rekeys.Count > 0)
        {
            maps.Make(Work.Rekeys, rekey => new DocumentSelection(rekey.From, PartitionsOf(rekey), way: null, state, _removed, _misfits), before!, state!, _misfits, _cancellation);
            before!.Close();
        }

        return new Surroundings(state, reader, maps);
    }

    private IReadOnlyList<PartitionTable> PartitionsOf(RekeyWork rekey) => Work.Flows.First(flow => flow.Rekey == rekey).Partitions;

    private void DropAndRenameTables()
    {
        foreach (var table in Work.Tables.Where(table => table.After is null))
        {
            Touch(table.Before!.Name, read: 0, written: _counts[table.Before.Name]);
            foreach (var step in Work.Definition.Steps.Where(step => step is DropTable drop && drop.Old == table.Before.Declaration))
                _misfits.Touched(step, _counts[table.Before.Name]);
            // LiteDB keeps all pages of a table in memory while it drops it.
            if (_counts[table.Before.Name] >= TableReader.BatchDocuments)
                TakeOutAll(table.Before.Name);
            _file.Engine.DropCollection(table.Before.Name);
            _counts.Dropped(table.Before.Name);
        }

        // By way of a third name, so that two tables may change names and a name may change by case only.
        var renames = Work.Tables.Where(table => table.IsRenamed).ToList();
        for (var i = 0; i < renames.Count; i++)
            Rename(renames[i].Before!.Name, $"tm_rename_{i}");
        for (var i = 0; i < renames.Count; i++)
        {
            Rename($"tm_rename_{i}", renames[i].After!.Name);
            Touch(renames[i].After!.Name, read: 0, written: 0);
        }
    }

    private void Rename(string table, string renamed)
    {
        if (_file.Engine.RenameCollection(table, renamed))
            _counts.Renamed(table, renamed);
    }

    private void DropIndexes()
    {
        foreach (var table in Work.Tables)
        {
            foreach (var index in table.DropIndexes)
                IndexMaker.Drop(_file.Engine, table.After!.Name, index);
        }
    }

    /// <summary>Every document comes back under its new key. The table's indexes stay, undeclared ones too.</summary>
    private void TakeOutRekeyed()
    {
        foreach (var name in Work.Tables.Where(table => table.IsRekeyed).Select(table => table.After!.Name))
        {
            TakeOutAll(name);
            _counts.Inserted(name, -_counts[name]);
        }
    }

    private void TakeOutAll(string table)
    {
        using (var pages = _file.WritePages())
        {
            if (TableEmptying.TryEmpty(pages, table, _cancellation))
                return;
        }

        foreach (var batch in TableReader.Batches(_file, table, beside: null, _cancellation))
            RemovedKeys.Delete(_file.Engine, table, batch.Select(document => document["_id"]), _cancellation);
    }

    private void CreateTables()
    {
        foreach (var table in Work.Tables.Where(table => table.Before is null))
        {
            _counts.Ensure(_file.Engine, table.After!.Name);
            Touch(table.After.Name, read: 0, written: 0);
        }
    }

    private void InsertDocuments(TableChanges changes)
    {
        foreach (var flow in Work.Flows)
            Inserted(flow.From, flow.Into, changes.Flow(flow));
        foreach (var extract in Work.Extracts)
            Inserted(extract.From, extract.Into, changes.Extract(extract));
        foreach (var insert in Work.Inserts)
            Inserted(insert.From, insert.Into, changes.Derive(insert));

        if (Before is not null)
            new Completeness(Work, Before, _removed, _misfits, _cancellation).Check();

        void Inserted(TableSchema from, TableSchema into, (long Read, long Inserted) count)
        {
            _counts.Inserted(into.Name, count.Inserted);
            Touch(from.Name, count.Read, written: 0);
            Touch(into.Name, read: 0, count.Inserted);
        }
    }

    private void RunStoreStep(StoreStep step)
    {
        _cancellation.ThrowIfCancellationRequested();
        if (step is not ILiteDbStep own)
            throw new InvalidOperationException($"LiteDB has no way to carry out the step '{step.Words}'.");
        own.Run(_file);
        _counts.Recount(_file.Engine);
    }

    private void MakeUnique()
    {
        foreach (var table in Work.Tables)
        {
            foreach (var unique in table.MakeUnique)
            {
                var renamed = new UniqueMaker(_file.Engine, table.After!.Name, unique, _cancellation).Run();
                _misfits.Touched(unique.Step, renamed);
                Touch(table.After.Name, _counts[table.After.Name], renamed);
            }
        }
    }

    private void CreateIndexes()
    {
        foreach (var table in Work.Tables)
        {
            foreach (var index in table.CreateIndexes)
            {
                _options.OnIndexing(table.After!.Name, index.Name);
                IndexMaker.Make(_file.Engine, table.After.Name, index, _cancellation);
                if (_counts[table.After.Name] >= TableReader.BatchDocuments)
                    _file.Close();
            }
        }
    }
}

/// <summary>What a migration does to the documents of one table where they lie.</summary>
internal sealed record RunChange(MigrationRun Run, string Table, ChangeInPlace Change);
