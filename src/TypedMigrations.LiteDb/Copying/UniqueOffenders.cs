using LiteDB;
using LiteDB.Engine;
using TypedMigrations.LiteDb.Documents;

namespace TypedMigrations.LiteDb.Copying;

/// <summary>Finds documents that share a value, by the database's own collation.</summary>
internal static class UniqueOffenders
{
    private const string Probe = "tm_probe";

    /// <summary>The keys of the documents for each value that more than one has, the first of each group in key order.</summary>
    /// <remarks>It walks an index on the copy, so that memory grows with the offenders only.</remarks>
    public static List<(BsonValue Value, List<BsonValue> Keys)> Find(LiteEngine engine, string table, string expression, bool skipAbsent, CancellationToken cancellation) =>
        Find(engine, table, [expression], skipAbsent, cancellation);

    /// <summary>The same for documents that share the values of several expressions.</summary>
    /// <remarks>LiteDB compares arrays without its collation, so that only the first expression is walked by an index: memory grows with its largest group.</remarks>
    public static List<(BsonValue Value, List<BsonValue> Keys)> Find(LiteEngine engine, string table, IReadOnlyList<string> expressions, bool skipAbsent, CancellationToken cancellation)
    {
        try
        {
            using var budget = new PageBudget(engine, table);
            engine.EnsureIndex(table, Probe, BsonExpression.Create(expressions[0]), unique: false);
            return Walk(engine, table, expressions, skipAbsent, cancellation);
        }
        finally
        {
            engine.DropIndex(table, Probe);
        }
    }

    private static List<(BsonValue Value, List<BsonValue> Keys)> Walk(LiteEngine engine, string table, IReadOnlyList<string> expressions, bool skipAbsent, CancellationToken cancellation)
    {
        var collation = new Collation(engine.Pragma("COLLATION").AsString);
        var offenders = new List<(BsonValue Value, List<BsonValue> Keys)>();
        var group = new List<(BsonValue[] More, BsonValue Key)>();
        BsonValue? current = null;

        var more = expressions.Skip(1).Select((expression, i) => $", v{i}: {expression}").ToList();
        using var reader = engine.Query(table, new Query { Select = BsonExpression.Create($"{{ value: {expressions[0]}, key: $._id{string.Concat(more)} }}"), OrderBy = BsonExpression.Create(expressions[0]) });
        while (reader.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            var value = reader.Current["value"];
            if (current is null || value.CompareTo(current, collation) != 0)
            {
                Close();
                current = value;
            }

            group.Add(([.. more.Select((_, i) => reader.Current[$"v{i}"])], reader.Current["key"]));
        }

        Close();
        return offenders;

        void Close()
        {
            if (group.Count > 1 && !(skipAbsent && IsAbsent(current!)))
                offenders.AddRange(Parts(group, skipAbsent, collation).Where(keys => keys.Count > 1).Select(keys => (current!, keys)));
            group.Clear();
        }
    }

    /// <summary>Parts the documents that share their first value by the other ones.</summary>
    private static IEnumerable<List<BsonValue>> Parts(List<(BsonValue[] More, BsonValue Key)> group, bool skipAbsent, Collation collation)
    {
        if (group[0].More.Length == 0)
            return [[.. group.Select(item => item.Key).Order(KeyOrder.Of(collation))]];

        var parts = new SortedDictionary<BsonValue[], List<BsonValue>>(Comparer<BsonValue[]>.Create((left, right) =>
            left.Select((value, i) => value.CompareTo(right[i], collation)).FirstOrDefault(order => order != 0)));
        foreach (var (values, key) in group.Where(item => !skipAbsent || !item.More.Any(IsAbsent)).OrderBy(item => item.Key, KeyOrder.Of(collation)))
        {
            if (!parts.TryGetValue(values, out var keys))
                parts[values] = keys = [];
            keys.Add(key);
        }

        return parts.Values;
    }

    private static bool IsAbsent(BsonValue value) => value.IsNull || (value.IsString && value.AsString.Length == 0);
}
