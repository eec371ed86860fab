using TypedMigrations.Running;
using TypedMigrations.Storing;

namespace TypedMigrations.Dumping;

/// <summary>Compares the documents of two databases table by table, both read once, in key order.</summary>
internal sealed class DataComparing(IDataReading here, IDataReading there, string other, ComparisonOptions options, RunContext run)
{
    public DataComparison Compare()
    {
        CheckOrder();
        var choice = new TableChoice(options.Tables, options.IncludeJournal);
        var names = here.Description.Tables.Concat(there.Description.Tables).ToLookup(table => table.Name, StringComparer.OrdinalIgnoreCase);
        choice.CheckNames(names.Select(table => table.Key), $"Neither {run.Store.Database} nor {other}");
        var tables = names.Where(table => choice.Includes(table.Key, table.First().IsOwn)).OrderBy(table => table.Key, StringComparer.Ordinal).Select(table => Compare(table.Key)).ToList();
        return new DataComparison(run.Store.Database, other, tables, run.Elapsed);
    }

    private void CheckOrder()
    {
        if (here.Description.KeyOrder == there.Description.KeyOrder)
            return;

        throw new MigrationException(new Problem(ErrorCode.NotComparable, $"{run.Store.Database} and {other} order their keys differently, so that they cannot be compared in one pass.",
            "Compare databases of one collation: give one of them the collation of the other in a migration, on a copy if need be.",
            (run.Store.Database, here.Description.KeyOrder), (other, there.Description.KeyOrder)));
    }

    private TableComparison Compare(string table)
    {
        var (left, right) = (Find(here, table), Find(there, table));
        var comparing = new TableComparing(here, options.KeysShown, new TableWork(table, Math.Max(left?.Documents ?? 0, right?.Documents ?? 0), run));
        comparing.Compare(here.Documents(table, run.Cancellation), there.Documents(table, run.Cancellation));
        return comparing.Result(table, left is null ? run.Store.Database : right is null ? other : null);
    }

    private static DataTable? Find(IDataReading data, string table) => data.Description.Tables.FirstOrDefault(found => string.Equals(found.Name, table, StringComparison.OrdinalIgnoreCase));
}
