using System.Globalization;
using System.Security;
using System.Text;

namespace TypedMigrations.Benchmarks.Reporting;

/// <summary>Groups of horizontal bars as an SVG that can be read on a light and on a dark page.</summary>
/// <param name="title">What the plot shows, with its unit.</param>
/// <param name="series">The names of the bars of each group.</param>
internal sealed class BarPlot(string title, IReadOnlyList<string> series)
{
    private const int Left = 150;
    private const int Width = 560;
    private const int BarHeight = 15;
    private const int GroupGap = 14;
    private const int Top = 64;

    private readonly List<(string Name, IReadOnlyList<double> Values)> _groups = [];

    public string Title => title;

    /// <summary>Whether each step of the axis is ten times the one before. Values below a tenth of the smallest step have no bar then.</summary>
    public bool IsLogarithmic { get; init; }

    /// <summary>Adds a group, with a value for each of the series. A value that is no number has no bar.</summary>
    public BarPlot Add(string name, params IReadOnlyList<double> values)
    {
        if (values.Count != series.Count)
            throw new ArgumentException($"{values.Count} values do not fit {series.Count} series.", nameof(values));

        _groups.Add((name, values));
        return this;
    }

    public string ToSvg()
    {
        var height = Top + _groups.Count * (series.Count * BarHeight + GroupGap) + 30;
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $$"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {{Left + Width + 90}} {{height}}" role="img" font-family="system-ui, sans-serif" font-size="12">
            <title>{{SecurityElement.Escape(title)}}</title>
            <style>text {fill:#24292f} line {stroke:#d0d7de} @media (prefers-color-scheme: dark) {text {fill:#e6edf3} line {stroke:#3d444d} }</style>
            <text x="8" y="18" font-size="14" font-weight="600">{{SecurityElement.Escape(title)}}</text>

            """);
        AppendLegend(svg);
        AppendAxis(svg, height);
        AppendBars(svg);
        return svg.Append("</svg>\n").ToString();
    }

    private IEnumerable<double> Values => _groups.SelectMany(group => group.Values).Where(value => double.IsFinite(value) && value > 0);

    /// <summary>The ends of the axis.</summary>
    private (double From, double To) Axis()
    {
        var to = Values.DefaultIfEmpty(1).Max();
        return IsLogarithmic
            ? (Math.Pow(10, Math.Floor(Math.Log10(Values.DefaultIfEmpty(1).Min()) - 0.1)), Math.Pow(10, Math.Ceiling(Math.Log10(to))))
            : (0, RoundStep(to / 5) * Math.Ceiling(to / RoundStep(to / 5)));
    }

    private double Place(double value)
    {
        var (from, to) = Axis();
        var share = IsLogarithmic ? (Math.Log10(value) - Math.Log10(from)) / (Math.Log10(to) - Math.Log10(from)) : value / to;
        return Width * Math.Clamp(share, 0, 1);
    }

    private IEnumerable<double> Steps()
    {
        var (from, to) = Axis();
        for (var step = from; step <= to * 1.0001; step = IsLogarithmic ? step * 10 : step + RoundStep(Values.DefaultIfEmpty(1).Max() / 5))
            yield return step;
    }

    /// <summary>The next of 1, 2 and 5 times a power of ten.</summary>
    private static double RoundStep(double step)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(step)));
        return power * (step / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 };
    }

    private void AppendLegend(StringBuilder svg)
    {
        var x = Left;
        for (var i = 0; i < series.Count; i++)
        {
            svg.Append(CultureInfo.InvariantCulture, $"""<rect x="{x}" y="30" width="11" height="11" fill="{Colors[i % Colors.Length]}"/><text x="{x + 16}" y="40">{SecurityElement.Escape(series[i])}</text>""").Append('\n');
            x += 34 + series[i].Length * 7;
        }
    }

    private void AppendAxis(StringBuilder svg, int height)
    {
        foreach (var step in Steps())
        {
            var x = Left + Place(step);
            svg.Append(CultureInfo.InvariantCulture, $"""<line x1="{x:F1}" y1="{Top - 8}" x2="{x:F1}" y2="{height - 24}"/><text x="{x:F1}" y="{height - 8}" text-anchor="middle">{step.ToString("#,0.####", CultureInfo.InvariantCulture)}</text>""").Append('\n');
        }
    }

    private void AppendBars(StringBuilder svg)
    {
        var y = Top;
        foreach (var (name, values) in _groups)
        {
            svg.Append(CultureInfo.InvariantCulture, $"""<text x="{Left - 8}" y="{y + values.Count * BarHeight / 2 + 4}" text-anchor="end">{SecurityElement.Escape(name)}</text>""").Append('\n');
            for (var i = 0; i < values.Count; i++, y += BarHeight)
            {
                if (!double.IsFinite(values[i]))
                    continue;

                var width = values[i] > 0 ? Place(values[i]) : 0;
                svg.Append(CultureInfo.InvariantCulture, $"""<rect x="{Left}" y="{y + 1}" width="{width:F1}" height="{BarHeight - 3}" fill="{Colors[i % Colors.Length]}"/><text x="{Left + width + 5:F1}" y="{y + 11}" font-size="11">{Figures.Short(values[i])}</text>""").Append('\n');
            }

            y += GroupGap;
        }
    }

    // Distinguishable by those who do not see red and green apart, on white and on black.
    private static readonly string[] Colors = ["#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#8c8c8c"];
}
