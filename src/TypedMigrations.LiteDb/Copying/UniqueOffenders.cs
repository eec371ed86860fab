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
    public static List<(BsonValue Value, List<BsonValue> Keys)> Find(LiteEngine engine, string table, string expression, bool skipAbsent, CancellationToken cancellation)
    {
        try
        {
            using var budget = new PageBudget(engine, table);
            engine.EnsureIndex(table, Probe, BsonExpression.Create(expression), unique: false);
            return Walk(engine, table, expression, skipAbsent, cancellation);
        }
        finally
        {
            engine.DropIndex(table, Probe);
        }
    }

    private static List<(BsonValue Value, List<BsonValue> Keys)> Walk(LiteEngine engine, string table, string expression, bool skipAbsent, CancellationToken cancellation)
    {
        var collation = new Collation(engine.Pragma("COLLATION").AsString);
        var offenders = new List<(BsonValue Value, List<BsonValue> Keys)>();
        var group = new List<BsonValue>();
        BsonValue? current = null;

        using var reader = engine.Query(table, new Query { Select = BsonExpression.Create($"{{ value: {expression}, key: $._id }}"), OrderBy = BsonExpression.Create(expression) });
        while (reader.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            var value = reader.Current["value"];
            if (current is null || value.CompareTo(current, collation) != 0)
            {
                Close();
                current = value;
            }

            group.Add(reader.Current["key"]);
        }

        Close();
        return offenders;

        void Close()
        {
            if (group.Count > 1 && !(skipAbsent && (current!.IsNull || current.IsString && current.AsString.Length == 0)))
                offenders.Add((current!, [.. group.Order()]));
            group.Clear();
        }
    }
}
