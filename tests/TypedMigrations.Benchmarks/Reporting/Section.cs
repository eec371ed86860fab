namespace TypedMigrations.Benchmarks.Reporting;

/// <summary>What one benchmark has to say: a section of the report, and its plots.</summary>
/// <param name="name">The name of the benchmark, by which the command asks for it.</param>
/// <param name="title">The heading.</param>
internal sealed class Section(string name, string title)
{
    private readonly List<string> _parts = [];
    private readonly List<(string File, string Svg)> _plots = [];

    public string Name => name;

    /// <summary>The plots by the names of their files.</summary>
    public IReadOnlyList<(string File, string Svg)> Plots => _plots;

    /// <summary>Adds a paragraph, a list or a heading.</summary>
    public Section Add(string markdown)
    {
        _parts.Add(markdown.Trim());
        return this;
    }

    public Section Add(MarkdownTable table) => Add(table.ToString());

    /// <summary>Adds a plot. Its title tells those who cannot see it.</summary>
    public Section Add(BarPlot plot)
    {
        var file = _plots.Count == 0 ? $"{name}.svg" : $"{name}-{_plots.Count + 1}.svg";
        _plots.Add((file, plot.ToSvg()));
        return Add($"![{plot.Title}](benchmarks/{file})");
    }

    public override string ToString() => string.Join("\n\n", _parts.Prepend($"## {title}"));
}
