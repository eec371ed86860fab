using LiteDB;
using TypedMigrations.LiteDb.Copying;
using TypedMigrations.LiteDb.Documents;
using TypedMigrations.LiteDb.Pages;
using TypedMigrations.Planning;
using TypedMigrations.Schemas;

namespace TypedMigrations.LiteDb.Verifying;

/// <summary>Reads a migrated copy again and compares it with what the constants and the steps say.</summary>
internal sealed class Verification(WorkingFile file, DocumentCounts counts, IReadOnlyList<MigrationWork> migrated, Action<string, long, long?> onReading, CancellationToken cancellation)
{
    private const int FactsShown = 20;

    /// <returns>Old odd data that is kept, in words.</returns>
    public IReadOnlyList<string> Verify()
    {
        using var settled = file.Settle(cancellation);
        var kept = new List<string>();
        var wrong = LookAtTables(settled, kept);
        return wrong.Count == 0 ? kept : throw new MigrationException(new Problem(
            ErrorCode.VerificationFailed, "The migrated copy does not match the constants.",
            "Correct the migration: give each document that it makes or changes what the constants declare.",
            [.. wrong.Take(FactsShown).Select(fact => ("found", fact)), .. wrong.Skip(FactsShown).Take(1).Select(_ => ("and", $"{wrong.Count - FactsShown:N0} more"))]));
    }

    private List<string> LookAtTables(SettledFile settled, List<string> kept)
    {
        var wrong = counts.FindDifferences(settled).Select(item => $"{item.Table}: {Documents(item.Found)} instead of {Documents(item.Expected)}").ToList();
        var indexes = TableReader.Indexes(file.Engine);
        foreach (var module in migrated.GroupBy(work => work.Definition.Id.Module))
        {
            foreach (var table in module.Last().Definition.After.Tables)
            {
                wrong.AddRange(MissingIndexes(table, indexes[table.Name]));
                VerifyFields(settled, table, [.. module], wrong, kept);
            }
        }

        return wrong;
    }

    private static IEnumerable<string> MissingIndexes(TableSchema table, IEnumerable<StoredIndex> real) =>
        table.Indexes.SelectMany(IndexExpression.Of).Except(real).Select(index => $"{table.Name}: index {index.Name} on {index.Expression} is missing");

    /// <summary>Fields that the run made must fit; what an old document brought along is kept as it was, and told.</summary>
    private void VerifyFields(SettledFile settled, TableSchema table, IReadOnlyList<MigrationWork> works, List<string> wrong, List<string> kept)
    {
        var origin = new TableOrigin(table, works);
        if (!origin.IsTouched)
            return;

        if (settled.Count(table.Name) is var found && found != counts[table.Name])
            wrong.Add($"{table.Name}: {Documents(found)} in its pages instead of {Documents(counts[table.Name])}");
        var lookups = new KeyLookups(file, table.Name, counts[table.Name]);
        foreach (var misfits in FieldScan.Scan(Read, table, documents => onReading(table.Name, documents, counts[table.Name])))
        {
            if (origin.Explains(misfits))
                kept.Add($"{misfits} (kept)");
            else
                wrong.Add(misfits.ToString());
        }

        if (lookups.Missed > 0)
            wrong.Add($"{table.Name}: LiteDB does not find {lookups.Missed:N0} of {lookups.Tried:N0} documents by their keys");

        IEnumerable<BsonDocument> Read() => origin.IsNew && counts[table.Name] >= BulkInsert.Fewest ? lookups.During(settled.Documents(table.Name)) : settled.Documents(table.Name);
    }

    private static string Documents(long count) => count < 0 ? "no table" : $"{count:N0} documents";
}
