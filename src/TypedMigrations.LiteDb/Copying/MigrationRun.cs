using LiteDB;
using LiteDB.Engine;
using TypedMigrations.Discovering;
using TypedMigrations.LiteDb.Documents;
using TypedMigrations.LiteDb.Transforming;
using TypedMigrations.Planning;
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
    private readonly SortedDictionary<string, (long Read, long Written)> _touched = new(StringComparer.Ordinal);

    public MigrationRun(WorkingFile file, DocumentCounts counts, MigrationWork work, ApplyOptions options, CancellationToken cancellation)
    {
        _file = file;
        _counts = counts;
        _work = work;
        _options = options;
        _cancellation = cancellation;
    }

    public IReadOnlyList<TableCount> Run()
    {
        using var before = _work.LooksUpStateBefore ? _file.CopyTo(_file.Path + ".before") : null;
        try
        {
            var state = before is null ? null : new StateBefore(new StateBeforeReader(before, _work.Definition.Readable));
            foreach (var table in _work.Tables.Where(table => table.Before is not null))
                _counts.Ensure(_file.Engine, table.Before!.Name);
            DropAndRenameTables();
            DropIndexes();
            foreach (var table in _work.Tables.Where(table => table.Changes.Count > 0))
                Transform(table, state, before);
            CreateTables();
            foreach (var insert in _work.Inserts)
                InsertDerived(insert, before!, state!);
            MakeUnique();
            CreateIndexes();
            InsertSeeds();
        }
        finally
        {
            before?.Dispose();
            File.Delete(_file.Path + ".before");
        }

        return [.. _touched.Select(item => new TableCount(item.Key, item.Value.Read, item.Value.Written))];
    }

    private void DropAndRenameTables()
    {
        foreach (var table in _work.Tables.Where(table => table.After is null))
        {
            Touch(table.Before!.Name, read: 0, written: _counts[table.Before.Name]);
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

    private void Transform(TableWork table, StateBefore? state, WorkingFile? before)
    {
        var name = table.After!.Name;
        var transform = new DocumentTransform(table, state);
        var read = 0L;
        var written = 0L;
        foreach (var batch in TableReader.Batches(_file, name, before, _cancellation))
        {
            var changed = batch.Where(transform.Apply).ToList();
            if (changed.Count > 0 && _file.Engine.Update(name, changed) != changed.Count)
                throw new IOException($"LiteDB did not update all {changed.Count:N0} documents of a batch of {name}.");
            read += batch.Count;
            written += changed.Count;
            _options.OnProgress(name, read);
        }

        Touch(name, read, written);
    }

    private void CreateTables()
    {
        foreach (var table in _work.Tables.Where(table => table.Before is null))
        {
            _counts.Ensure(_file.Engine, table.After!.Name);
            Touch(table.After.Name, read: 0, written: 0);
        }
    }

    private void InsertDerived(InsertWork insert, WorkingFile before, StateBefore state)
    {
        var (from, into) = (new RecordCodec(insert.From.Record), new RecordCodec(insert.Into.Record));
        var read = 0L;
        var inserted = 0L;
        foreach (var batch in TableReader.Batches(before, insert.From.Name, _file, _cancellation))
        {
            var derived = batch.Select(document => StepFailure.Guard(insert.From.Name, document["_id"], field: null, () =>
                insert.Step.Function(from.Read(document), state) is { } record ? into.Write(record) : null)).OfType<BsonDocument>().ToList();
            Inserting.All(_file.Engine, insert.Into.Name, derived, $"the step '{insert.Step.Words}'");
            read += batch.Count;
            inserted += derived.Count;
            _options.OnProgress(insert.From.Name, read);
        }

        _counts.Inserted(insert.Into.Name, inserted);
        Touch(insert.From.Name, read, written: 0);
        Touch(insert.Into.Name, read: 0, inserted);
    }

    private void MakeUnique()
    {
        foreach (var table in _work.Tables)
        {
            foreach (var unique in table.MakeUnique)
            {
                var renamed = new UniqueMaker(_file.Engine, table.After!.Name, unique, _cancellation).Run();
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
                IndexMaker.Make(_file.Engine, table.After!.Name, index, _cancellation);
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
