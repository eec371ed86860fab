using LiteDB;
using LiteDB.Engine;
using TypedMigrations.Discovering;
using TypedMigrations.LiteDb.Documents;
using TypedMigrations.LiteDb.Transforming;
using TypedMigrations.Planning;
using TypedMigrations.Schemas;
using TypedMigrations.Storing;

namespace TypedMigrations.LiteDb.Copying;

/// <summary>Applies one migration to the copy, in the order that lets every step read the state before it.</summary>
internal sealed class MigrationRun
{
    private readonly WorkingFile _file;
    private readonly DocumentCounts _counts;
    private readonly MigrationWork _work;
    private readonly ApplyOptions _options;
    private readonly CancellationToken _cancellation;
    private readonly MisfitLog _misfits = new();
    private readonly RemovedKeys _removed = new();
    private readonly SortedDictionary<string, (long Read, long Written)> _touched = new(StringComparer.Ordinal);

    public MigrationRun(WorkingFile file, DocumentCounts counts, MigrationWork work, ApplyOptions options, CancellationToken cancellation)
    {
        _file = file;
        _counts = counts;
        _work = work;
        _options = options;
        _cancellation = cancellation;
    }

    public AppliedWork Run()
    {
        var before = _work.LooksUpStateBefore ? _file.Copy() : null;
        try
        {
            foreach (var table in _work.Tables.Where(table => table.Before is not null))
                _counts.Ensure(_file.Engine, table.Before!.Name);
            var countsBefore = _work.Tables.Select(table => table.Before?.Name).OfType<string>().ToDictionary(name => name, name => _counts[name], StringComparer.Ordinal);
            var surroundings = Prepare(before);
            var changes = new TableChanges(_file, before, surroundings, _removed, _misfits, _options.OnProgress, _counts, countsBefore, _cancellation);
            DropAndRenameTables();
            DropIndexes();
            foreach (var table in _work.Tables.Where(table => table.After is not null && table.Before is not null))
                ChangeInPlace(table, changes);
            CreateTables();
            InsertDocuments(changes, before);
            foreach (var step in _work.StoreSteps)
                RunStoreStep(step);
            MakeUnique();
            CreateIndexes();
            InsertSeeds();
        }
        finally
        {
            before?.Remove();
        }

        return new AppliedWork([.. _touched.Select(item => new TableCount(item.Key, item.Value.Read, item.Value.Written))], _misfits.Counts(_work.Steps));
    }

    /// <summary>Removes duplicates and makes the keys that change: whatever follows needs both.</summary>
    private Surroundings Prepare(WorkingFile? before)
    {
        var reader = before is null ? null : new StateBeforeReader(before, _work.Definition.Readable);
        var state = reader is null ? null : new StateBefore(reader);
        foreach (var step in _work.Definition.Steps.OfType<RemoveDuplicates>())
        {
            var table = _work.Definition.Before.TryFind(step.Fields[0].Table)!;
            var keys = _removed.Find(step, table, before!, _misfits, _cancellation);
            RemovedKeys.Delete(_file.Engine, table.Name, keys, _cancellation);
            _counts.Inserted(table.Name, -keys.Count);
            Touch(table.Name, read: 0, written: keys.Count);
        }

        var maps = new KeyMaps();
        if (_work.Rekeys.Count > 0)
        {
            maps.Make(_work.Rekeys, rekey => new DocumentSelection(rekey.From, PartitionsOf(rekey), way: null, state, _removed, _misfits), before!, state!, _misfits, _cancellation);
            before!.Close();
        }

        return new Surroundings(state, reader, maps);
    }

    private IReadOnlyList<PartitionTable> PartitionsOf(RekeyWork rekey) => _work.Flows.First(flow => flow.Rekey == rekey).Partitions;

    private void DropAndRenameTables()
    {
        foreach (var table in _work.Tables.Where(table => table.After is null))
        {
            Touch(table.Before!.Name, read: 0, written: _counts[table.Before.Name]);
            foreach (var step in _work.Definition.Steps.Where(step => step is DropTable drop && drop.Old == table.Before.Declaration))
                _misfits.Touched(step, _counts[table.Before.Name]);
            _file.Engine.DropCollection(table.Before.Name);
            _counts.Dropped(table.Before.Name);
        }

        // By way of a third name, so that two tables may change names and a name may change by case only.
        var renames = _work.Tables.Where(table => table.IsRenamed).ToList();
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
        foreach (var table in _work.Tables)
        {
            foreach (var index in table.DropIndexes)
                IndexMaker.Drop(_file.Engine, table.After!.Name, index);
        }
    }

    private void ChangeInPlace(TableWork table, TableChanges changes)
    {
        var name = table.After!.Name;
        if (table.IsRekeyed)
        {
            // Every document comes back under its new key. Its indexes stay, undeclared ones too.
            foreach (var batch in TableReader.Batches(_file, name, beside: null, _cancellation))
                RemovedKeys.Delete(_file.Engine, name, batch.Select(document => document["_id"]), _cancellation);
            _counts.Inserted(name, -_counts[name]);
        }
        else if (!table.Changes.IsEmpty || table.Leaving.Count > 0)
        {
            var (read, written, left) = changes.InPlace(table);
            _counts.Inserted(name, -left);
            Touch(name, read, written + left);
        }
    }

    private void CreateTables()
    {
        foreach (var table in _work.Tables.Where(table => table.Before is null))
        {
            _counts.Ensure(_file.Engine, table.After!.Name);
            Touch(table.After.Name, read: 0, written: 0);
        }
    }

    private void InsertDocuments(TableChanges changes, WorkingFile? before)
    {
        var flows = _work.Flows.Select(flow => (From: flow.From, Into: flow.Into, Insert: (Func<(long, long)>)(() => changes.Flow(flow))));
        var extracts = _work.Extracts.Select(extract => (extract.From, extract.Into, Insert: (Func<(long, long)>)(() => changes.Extract(extract))));
        var derived = _work.Inserts.Select(insert => (insert.From, insert.Into, Insert: (Func<(long, long)>)(() => changes.Derive(insert))));
        foreach (var (from, into, insert) in flows.Concat(extracts).Concat(derived))
        {
            var (read, inserted) = insert();
            _counts.Inserted(into.Name, inserted);
            Touch(from.Name, read, written: 0);
            Touch(into.Name, read: 0, inserted);
        }

        if (before is not null)
            new Completeness(_work, before, _removed, _misfits, _cancellation).Check();
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
        foreach (var table in _work.Tables)
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
        foreach (var table in _work.Tables)
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

    private void InsertSeeds()
    {
        foreach (var kind in Enum.GetValues<SeedKind>().Where(kind => kind == SeedKind.Bootstrap || _options.TestData))
        {
            foreach (var seed in _work.Definition.Seeds(kind))
            {
                var (read, inserted) = new Seeding(_file, _counts, seed, $"the {kind.ToString().ToLowerInvariant()} data").Insert(_cancellation);
                Touch(seed.Table.Name, read, inserted);
            }
        }
    }

    private void Touch(string table, long read, long written)
    {
        var sum = _touched.GetValueOrDefault(table);
        _touched[table] = (sum.Read + read, sum.Written + written);
    }
}
