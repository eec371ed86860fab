using System.Globalization;

namespace TypedMigrations;

/// <summary>What a dump holds.</summary>
public sealed class DumpReport
{
    internal DumpReport(string database, IReadOnlyList<TableDocuments> tables, long bytes, TimeSpan duration)
    {
        Database = database;
        Tables = tables;
        Bytes = bytes;
        Duration = duration;
    }

    /// <summary>The database as messages name it.</summary>
    public string Database { get; }

    /// <summary>The tables in the order of the dump, journal and audit trail among them.</summary>
    public IReadOnlyList<TableDocuments> Tables { get; }

    /// <summary>The documents of all tables.</summary>
    public long Documents => Tables.Sum(table => table.Documents);

    /// <summary>The length of the dump.</summary>
    public long Bytes { get; }

    /// <summary>How long it took.</summary>
    public TimeSpan Duration { get; }

    /// <summary>The report as plain text.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"Dumped {Documents:N0} documents of {Tables.Count:N0} tables of {Database}: {Bytes:N0} bytes in {Duration.TotalSeconds:0.00} s.");
}
