using LiteDB;
using LiteDB.Engine;
using TypedMigrations.LiteDb.Documents;
using TypedMigrations.LiteDb.Transforming;
using TypedMigrations.Schemas;

namespace TypedMigrations.LiteDb.Copying;

/// <summary>Makes and drops declared indexes, and names every document that stands in the way of a unique one.</summary>
internal static class IndexMaker
{
    private const int OffendersShown = 20;

    public static void Drop(LiteEngine engine, string table, IndexSchema index)
    {
        foreach (var stored in IndexExpression.Of(index))
            engine.DropIndex(table, stored.Name);
    }

    /// <summary>Makes an index as another database has it.</summary>
    /// <exception cref="MigrationException">TM4004: documents share a value; the message lists them.</exception>
    public static void Make(LiteEngine engine, string table, StoredIndex index, CancellationToken cancellation) =>
        Make(engine, table, new IndexSchema(index.Name, index.Expression, index.IsUnique ? IndexKind.Unique : IndexKind.Plain, IsExpression: true), cancellation);

    /// <summary>Makes a declared index.</summary>
    /// <exception cref="MigrationException">TM4004: documents share a value; the message lists them.</exception>
    public static void Make(LiteEngine engine, string table, IndexSchema index, CancellationToken cancellation)
    {
        foreach (var stored in IndexExpression.Of(index))
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                // LiteDB says false, and changes nothing, where an index of the name is there: compare with the declaration, never trust the return.
                engine.DropIndex(table, stored.Name);
                using var budget = new PageBudget(engine, table);
                engine.EnsureIndex(table, stored.Name, BsonExpression.Create(stored.Expression), stored.IsUnique);
            }
            catch (LiteException exception) when (exception.ErrorCode == LiteException.INDEX_DUPLICATE_KEY)
            {
                throw NotUnique(engine, table, index, cancellation);
            }
        }
    }

    private static MigrationException NotUnique(LiteEngine engine, string table, IndexSchema index, CancellationToken cancellation)
    {
        var offenders = UniqueOffenders.Find(engine, table, IndexExpression.Of(index.On, index.IsExpression), index.Kind == IndexKind.UniqueWherePresent, cancellation);
        var facts = offenders.Take(OffendersShown).Select(offender => ("share a value", string.Join(", ", offender.Keys.Take(OffendersShown).Select(StepFailure.KeyText)) + More(offender.Keys.Count))).ToList();
        if (offenders.Count > OffendersShown)
            facts.Add(("and", $"{offenders.Count - OffendersShown:N0} more values"));
        return new MigrationException(new Problem(
            ErrorCode.NotUnique, $"The {index} of table {table} cannot be made: {offenders.Sum(offender => offender.Keys.Count):N0} documents share {offenders.Count:N0} {(offenders.Count == 1 ? "value" : "values")}, by the database's collation.",
            "Add to Up: up.MakeUnique(…, (value, n) => $\"{value} ({n})\"); or make the values unique before.", facts));
    }

    private static string More(int count) => count > OffendersShown ? $" and {count - OffendersShown:N0} more" : "";
}
