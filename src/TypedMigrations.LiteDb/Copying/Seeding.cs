using LiteDB;
using TypedMigrations.Discovering;
using TypedMigrations.LiteDb.Documents;
using TypedMigrations.Storing;

namespace TypedMigrations.LiteDb.Copying;

/// <summary>Inserts the seeds of migrations that follow each other, where their keys are absent. Nothing is overwritten.</summary>
/// <remarks>Seeds of a few records wait for one another, so that those of a table are inserted in one transaction.</remarks>
internal sealed class Seeding(WorkingFile file, DocumentCounts counts, ApplyOptions options, CancellationToken cancellation)
{
    private const int Few = 100;
    private const long MostBytes = 16L * 1024 * 1024;

    private readonly Dictionary<string, List<Waiting>> _waiting = new(StringComparer.OrdinalIgnoreCase);
    private long _bytes;

    /// <summary>Inserts the seeds of a migration that did everything else, or lets them wait.</summary>
    public void Add(MigrationRun run)
    {
        foreach (var kind in SeedKinds.Of(options.TestData))
        {
            // Test data comes after bootstrap data, which may have the same keys.
            if (kind == SeedKind.Test)
                InsertWaiting(then: run);
            foreach (var seed in run.Work.Definition.Seeds(kind).Select(seed => new SeedDocuments(seed, kind, cancellation)))
                Add(run, seed);
        }
    }

    /// <summary>Inserts what waits: before a migration that does more than insert seeds, and at the end.</summary>
    /// <param name="then">The migration that is worked on afterwards; null for none.</param>
    public void InsertWaiting(MigrationRun? then = null)
    {
        foreach (var (table, seeds) in _waiting)
            Insert(table, seeds);
        _waiting.Clear();
        _bytes = 0;
        if (then is not null)
            options.OnWorking(then.Work);
    }

    private void Add(MigrationRun run, SeedDocuments seed)
    {
        if (seed.Count <= Few)
        {
            LetWait(run, seed);
        }
        else
        {
            InsertWaiting(then: run);
            var inserted = InsertAlone(seed);
            run.Touch(seed.Table, seed.Read, inserted);
        }
    }

    private void LetWait(MigrationRun run, SeedDocuments seed)
    {
        if (!_waiting.TryGetValue(seed.Table, out var waiting))
            _waiting[seed.Table] = waiting = [];
        var documents = seed.Make().ToList();
        waiting.Add(new Waiting(run, seed, documents));
        _bytes += documents.Sum(BsonSize.Of);
        if (_bytes >= MostBytes)
            InsertWaiting(then: run);
    }

    private void Insert(string table, List<Waiting> seeds)
    {
        var isEmpty = counts[table] == 0;
        var taken = seeds.Count > 1 ? new SortedSet<BsonValue>(KeyOrder.Of(file.Engine)) : [];
        foreach (var seed in seeds)
        {
            seed.Documents.RemoveAll(document => taken.Contains(document["_id"]) || !(isEmpty || IsAbsent(table, document)));
            taken.UnionWith(seed.Documents.Select(document => document["_id"]));
        }

        using var inserting = new BulkInsert(file, table, seeds.Sum(seed => seed.Documents.Count), seeds[0].Seed.Source);
        inserting.Insert(seeds.SelectMany(seed =>
        {
            options.OnWorking(seed.Run.Work);
            return seed.Documents;
        }));
        inserting.Finish();
        foreach (var (run, seed, documents) in seeds)
        {
            counts.Inserted(table, documents.Count);
            run.Touch(table, seed.Read, documents.Count);
        }
    }

    private long InsertAlone(SeedDocuments seed)
    {
        var inserted = 0L;
        var isEmpty = counts[seed.Table] == 0;
        using var portions = new Portions<BsonDocument>(seed.Make(), BsonSize.Of);
        using var inserting = new BulkInsert(file, seed.Table, expected: null, seed.Source);
        while (portions.Next() is { } portion)
        {
            inserted += inserting.Insert(isEmpty ? ReadAhead.Of(portion, BsonSize.Of) : [.. portion.Where(document => IsAbsent(seed.Table, document))]);
            if (portions.HasMore)
                file.Close();
        }

        inserting.Finish();
        counts.Inserted(seed.Table, inserted);
        return inserted;
    }

    private bool IsAbsent(string table, BsonDocument document) => TableReader.TryFind(file.Engine, table, document["_id"]) is null;

    private sealed record Waiting(MigrationRun Run, SeedDocuments Seed, List<BsonDocument> Documents);
}
