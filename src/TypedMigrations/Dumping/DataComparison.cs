using System.Globalization;
using System.Text;

namespace TypedMigrations;

/// <summary>Where the documents of two databases differ. Values are not shown: they may be secrets.</summary>
public sealed class DataComparison
{
    internal DataComparison(string database, string other, IReadOnlyList<TableComparison> tables, TimeSpan duration)
    {
        Database = database;
        Other = other;
        Tables = tables;
        Duration = duration;
    }

    /// <summary>The one database as messages name it.</summary>
    public string Database { get; }

    /// <summary>The other database as messages name it.</summary>
    public string Other { get; }

    /// <summary>Every table that was compared, in the order of the alphabet.</summary>
    public IReadOnlyList<TableComparison> Tables { get; }

    /// <summary>Whether both have the same tables with the same documents.</summary>
    public bool IsEqual => Tables.All(table => table.IsEqual);

    /// <summary>How long it took.</summary>
    public TimeSpan Duration { get; }

    /// <summary>The comparison as plain text: what differs.</summary>
    public override string ToString()
    {
        if (IsEqual)
            return string.Create(CultureInfo.InvariantCulture, $"{Database} and {Other} have the same {Tables.Sum(table => table.Equal):N0} documents in {Tables.Count:N0} tables.");

        var text = new StringBuilder();
        foreach (var table in Tables.Where(table => !table.IsEqual))
            Append(text, table);
        return text.ToString().TrimEnd('\n');
    }

    private void Append(StringBuilder text, TableComparison table)
    {
        text.Append("table ").Append(table.Table);
        if (table.MissingIn is { } missing)
            text.Append("  is missing in ").Append(missing);
        text.Append(CultureInfo.InvariantCulture, $"  {table.Equal:N0} equal\n");
        Append(text, $"only in {Database}", table.OnlyHere);
        Append(text, $"only in {Other}", table.OnlyThere);
        Append(text, "different", table.Different);
    }

    private static void Append(StringBuilder text, string what, DocumentDifferences found)
    {
        if (found.Count == 0)
            return;

        text.Append(CultureInfo.InvariantCulture, $"  {what}: {found.Count:N0}\n");
        foreach (var (key, fields, isMore) in found.First)
            text.Append("    ").Append(key).Append(fields.Count == 0 ? "" : "  ").AppendJoin(", ", fields).Append(isMore ? ", …" : "").Append('\n');
    }
}

/// <summary>Where the documents of one table differ between two databases.</summary>
/// <param name="Table">The table.</param>
/// <param name="MissingIn">The database that has no such table, as messages name it; null where both have it.</param>
/// <param name="Equal">How many documents are the same.</param>
/// <param name="OnlyHere">Documents that only the one database has.</param>
/// <param name="OnlyThere">Documents that only the other database has.</param>
/// <param name="Different">Documents whose key both have, with other content.</param>
public sealed record TableComparison(string Table, string? MissingIn, long Equal, DocumentDifferences OnlyHere, DocumentDifferences OnlyThere, DocumentDifferences Different)
{
    /// <summary>Whether both databases have the table, with the same documents.</summary>
    public bool IsEqual => MissingIn is null && OnlyHere.Count == 0 && OnlyThere.Count == 0 && Different.Count == 0;
}

/// <summary>Documents that differ.</summary>
/// <param name="Count">How many.</param>
/// <param name="First">The first of them in key order, as many as were asked for.</param>
public sealed record DocumentDifferences(long Count, IReadOnlyList<DocumentDifference> First);

/// <summary>A document that differs.</summary>
/// <param name="Key">Its key as JSON, as a dump has it.</param>
/// <param name="Fields">The ways to the fields that differ, as many as were asked for; empty where only one database has the document.</param>
/// <param name="HasMoreFields">Whether more fields differ than <paramref name="Fields"/> names.</param>
public sealed record DocumentDifference(string Key, IReadOnlyList<string> Fields, bool HasMoreFields);
