namespace TypedMigrations.Benchmarks.Reporting;

/// <summary>A table of a report. The first column is text, the others are numbers.</summary>
internal sealed class MarkdownTable(params string[] columns)
{
    private readonly List<IReadOnlyList<string>> _rows = [];

    public MarkdownTable Add(params string[] cells)
    {
        if (cells.Length != columns.Length)
            throw new ArgumentException($"{cells.Length} cells do not fit {columns.Length} columns.", nameof(cells));

        _rows.Add(cells);
        return this;
    }

    public override string ToString() => string.Join('\n',
    [
        Line(columns),
        Line(columns.Select((_, i) => i == 0 ? "---" : "---:")),
        .. _rows.Select(Line),
    ]);

    private static string Line(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";
}
