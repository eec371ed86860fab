using System.Globalization;
using System.Text;
using TypedMigrations.Storing;

namespace TypedMigrations;

/// <summary>What was loaded.</summary>
public sealed class LoadReport
{
    internal LoadReport(string database, IReadOnlyList<TableDocuments> tables, SwapResult swap, TimeSpan duration)
    {
        Database = database;
        Tables = tables;
        Backup = swap.Backup;
        Warnings = swap.Warnings;
        Duration = duration;
    }

    /// <summary>The database as messages name it.</summary>
    public string Database { get; }

    /// <summary>The tables that were loaded, in the order of the dump, journal and audit trail among them.</summary>
    public IReadOnlyList<TableDocuments> Tables { get; }

    /// <summary>The documents of all tables.</summary>
    public long Documents => Tables.Sum(table => table.Documents);

    /// <summary>Where the empty database that was replaced is now; null where there was none.</summary>
    public string? Backup { get; }

    /// <summary>What went wrong after the swap. The data is in place all the same.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>How long it took, waiting for the lock included.</summary>
    public TimeSpan Duration { get; }

    /// <summary>The report as plain text.</summary>
    public override string ToString()
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"Loaded {Documents:N0} documents into {Tables.Count:N0} tables of {Database} in {Duration.TotalSeconds:0.00} s.");
        foreach (var warning in Warnings)
            text.Append("\nWarning: ").Append(warning);
        return Backup is null ? text.ToString() : text.Append("\nBackup: ").Append(Backup).ToString();
    }
}
