using TypedMigrations.LiteDb.Copying;
using TypedMigrations.LiteDb.Documents;
using TypedMigrations.Schemas;

namespace TypedMigrations.LiteDb.Verifying;

/// <summary>Compares the real tables of a database without a journal with the constants of the migration that it is taken to be at.</summary>
internal sealed class SchemaAdoption(WorkingFile file, DocumentCounts counts, Action<string, long, long?> onReading, CancellationToken cancellation)
{
    /// <returns>What was made and what is odd but kept, in words.</returns>
    public IReadOnlyList<string> Adopt(Schema schema)
    {
        var misfits = FindMisfits(schema);
        // Odd values of many years are kept. But where most are of another type, it is the constants that are those of another time.
        var wrong = misfits.Where(found => !found.IsAbsent).GroupBy(found => found.Field).Where(field => field.Sum(found => found.Count) >= field.First().Fitting).SelectMany(field => field).ToList();
        if (wrong.Count > 0)
        {
            throw new MigrationException(new Problem(ErrorCode.AdoptionMisfit, "The database does not fit the constants of the migration at which it is to be adopted.",
                "Name the migration that it is at in Migrations:AdoptAt, or correct these documents with the program that wrote them.",
                wrong.Select(found => ("found", found.ToString()))));
        }

        var notes = misfits.Select(found => $"{found} (kept)").ToList();
        foreach (var table in schema.Tables)
            notes.AddRange(MakeMissing(table));
        return notes;
    }

    private IReadOnlyList<Misfits> FindMisfits(Schema schema)
    {
        using var settled = file.Settle(cancellation);
        return [.. schema.Tables.Where(table => counts.Has(table.Name))
            .SelectMany(table => FieldScan.Scan(() => settled.Documents(table.Name), table, documents => onReading(table.Name, documents, counts[table.Name])))];
    }

    private IEnumerable<string> MakeMissing(TableSchema table)
    {
        if (!counts.Has(table.Name))
        {
            counts.Ensure(file.Engine, table.Name);
            yield return $"table {table.Name} was missing and is made";
        }

        var real = TableReader.Indexes(file.Engine)[table.Name].ToList();
        foreach (var index in table.Indexes.Where(index => !IndexExpression.Of(index).All(real.Contains)))
        {
            var differs = real.Any(stored => stored.Name == index.Name);
            IndexMaker.Make(file.Engine, table.Name, index, cancellation);
            yield return differs ? $"{index} of {table.Name} was another and is made anew" : $"{index} of {table.Name} was missing and is made";
        }
    }
}
