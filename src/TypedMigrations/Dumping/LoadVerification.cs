using TypedMigrations.Running;
using TypedMigrations.Storing;

namespace TypedMigrations.Dumping;

/// <summary>Compares what a loaded database reads back with what was parsed from the dump.</summary>
internal sealed class LoadVerification(IDataReading copy, IReadOnlyDictionary<string, string> settings, IReadOnlyList<LoadedTable> loaded, RunContext run)
{
    /// <exception cref="MigrationException">TM3405: all that differs.</exception>
    public void Verify()
    {
        var wrong = settings.Where(setting => copy.Description.Settings.GetValueOrDefault(setting.Key) != setting.Value)
            .Select(setting => $"setting {setting.Key} is {copy.Description.Settings.GetValueOrDefault(setting.Key) ?? "unknown"} instead of {setting.Value}").ToList();
        var real = copy.Description.Tables.ToDictionary(table => table.Name, StringComparer.OrdinalIgnoreCase);
        wrong.AddRange(real.Keys.Except(loaded.Select(table => table.Table.Name), StringComparer.OrdinalIgnoreCase).Select(name => $"table {name} is new"));
        wrong.AddRange(loaded.SelectMany(table => Differences(table, real.GetValueOrDefault(table.Table.Name))));
        if (wrong.Count > 0)
        {
            throw new MigrationException(new Problem(ErrorCode.LoadNotVerified, "What was loaded does not read back as it is in the dump.",
                "If the dump was changed by hand, look at the tables named; else please report it, with the kind of values in the table.", wrong.Select(fact => ("found", fact))));
        }
    }

    private IEnumerable<string> Differences(LoadedTable expected, DataTable? real)
    {
        var table = expected.Table;
        if (real is null)
            return [$"table {table.Name} is missing"];
        if (real.Documents != table.Documents)
            return [$"table {table.Name} has {real.Documents:N0} documents instead of {table.Documents:N0}"];

        var indexes = table.Indexes.Except(real.Indexes).Select(index => $"index {index.Name} of table {table.Name} on {index.On} is not there as it was dumped");
        return Hash(table) == expected.Hash ? indexes : indexes.Append($"table {table.Name} has other documents");
    }

    private string Hash(DataTable table)
    {
        using var hash = new DocumentHash();
        var progress = new TableWork(table.Name, table.Documents, run);
        using var hashing = new Behind<IDataDocument>(hash.Add);
        foreach (var document in copy.Documents(table.Name, run.Cancellation))
        {
            hashing.Add(document, document.Bytes);
            progress.Step();
        }

        hashing.Complete();
        progress.End();
        return hash.Take();
    }
}
