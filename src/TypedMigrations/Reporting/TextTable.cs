using System.Text;

namespace TypedMigrations.Reporting;

/// <summary>Lays rows out in columns of plain text.</summary>
internal sealed class TextTable(params string[] headers)
{
    private readonly List<string[]> _rows = [];

    public void Add(params string[] cells) => _rows.Add(cells);

    public void AppendTo(StringBuilder text)
    {
        var widths = headers.Select((header, column) => _rows.Select(row => row[column].Length).Append(header.Length).Max()).ToArray();
        foreach (var row in _rows.Prepend([.. widths.Select(width => new string('-', width))]).Prepend(headers))
            text.Append("  ").AppendJoin("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd().Append('\n');
    }
}

internal static class StringBuilderTrimming
{
    public static StringBuilder TrimEnd(this StringBuilder text)
    {
        while (text.Length > 0 && text[^1] == ' ')
            text.Length--;
        return text;
    }
}
