using LiteDB;
using LiteDB.Engine;
using TypedMigrations.LiteDb.Documents;
using TypedMigrations.LiteDb.Transforming;
using TypedMigrations.Planning;

namespace TypedMigrations.LiteDb.Copying;

/// <summary>Renames all but the first document of each value, in key order, until every value is its own.</summary>
internal sealed class UniqueMaker(LiteEngine engine, string table, UniqueWork work, CancellationToken cancellation)
{
    private const string Probe = "tm_unique";
    private const int DocumentsInTransaction = 1_000;
    private const int LongestTry = 100_000;

    private readonly string _expression = IndexExpression.OfPath(work.Field.Path);
    private readonly Containers _containers = new(work.Field.ContainerPath);

    /// <returns>How many documents were renamed.</returns>
    public long Run()
    {
        var offenders = UniqueOffenders.Find(engine, table, _expression, skipAbsent: true, cancellation);
        if (offenders.Count == 0)
            return 0;

        engine.EnsureIndex(table, Probe, BsonExpression.Create(_expression), unique: false);
        var renamed = 0L;
        foreach (var batch in offenders.SelectMany(Renames).Chunk(DocumentsInTransaction))
        {
            cancellation.ThrowIfCancellationRequested();
            engine.BeginTrans();
            foreach (var (key, value, counter) in batch)
                Rename(key, value, counter);
            if (!engine.Commit())
                throw new IOException($"LiteDB did not commit while the values of {table}.{work.Field.Path} were made unique.");
            renamed += batch.Length;
        }

        engine.DropIndex(table, Probe);
        return renamed;
    }

    private static IEnumerable<(BsonValue Key, string Value, Counter Counter)> Renames((BsonValue Value, List<BsonValue> Keys) group)
    {
        var counter = new Counter();
        return group.Value.IsString ? group.Keys.Skip(1).Select(key => (key, group.Value.AsString, counter)) : [];
    }

    private void Rename(BsonValue key, string value, Counter counter)
    {
        var document = TableReader.TryFind(engine, table, key)!;
        // The document's own spelling counts: to the collation, Shop and shop are one value.
        var container = _containers.In(document).First();
        var own = container[work.Field.Name].AsString;
        container[work.Field.Name] = FreeValue(key, own, counter);
        if (engine.Update(table, [document]) != 1)
            throw new IOException($"LiteDB did not update {StepFailure.KeyText(key)} of {table}.");
    }

    private string FreeValue(BsonValue key, string value, Counter counter)
    {
        string? previous = null;
        while (counter.Next < LongestTry)
        {
            var candidate = StepFailure.Guard(table, key, work.Field.Path, () => work.Step.Rename(value, counter.Next));
            counter.Next++;
            if (candidate == previous)
                break;
            if (TableReader.TryFindFirst(engine, table, BsonExpression.Create($"{_expression} = @0", candidate)) is null)
                return candidate;
            previous = candidate;
        }

        throw new MigrationException(new Problem(ErrorCode.StepThrew, $"The rule of the step '{work.Step.Words}' gives no free value.",
            "Let the rule use its number: (value, n) => $\"{value} ({n})\".", StepFailure.Place(key, work.Field.Path)));
    }

    private sealed class Counter
    {
        public int Next { get; set; } = 2;
    }
}
