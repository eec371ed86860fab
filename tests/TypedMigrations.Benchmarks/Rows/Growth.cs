using System.Globalization;
using TypedMigrations.Benchmarks.Measuring;
using TypedMigrations.Benchmarks.Reporting;
using TypedMigrations.Benchmarks.Starting;

namespace TypedMigrations.Benchmarks.Rows;

/// <summary>How time and memory grow with the documents, and what the safety costs.</summary>
internal sealed class Growth : IBenchmark
{
    private const string Ours = "TypedMigrations";

    private static readonly string[] Rooms = ["plan", "copy", "migrate", "verify", "swap"];

    public string Name => "growth";

    public Section Run(Bench bench)
    {
        var counts = bench.Choose<int[]>([100_000, 1_000_000, 4_000_000], quick: [3_000, 30_000]);
        var databases = new PeopleDatabases(bench.Folders);
        var runs = counts.ToDictionary(count => count, count => bench.Measure($"rename, {count.Count()} documents", [databases.On(Ours, "migrate", "Rename", count)], rounds: 3));

        return bench.NewSection(Name, "How the cost grows, and what the safety costs", ["LiteDB"])
            .Add("A field of every document is renamed.")
            .Add(Table(runs))
            .Add("The share of each room of the run: planning begins with taking the lock; copying settles LiteDB's log and counts; verifying reads every document again; swapping brings file and folder to the disk first.")
            .Add(Shares(runs))
            .Add(Plot(runs));
    }

    private static MarkdownTable Table(Dictionary<int, PairedRuns> runs)
    {
        var table = new MarkdownTable("Documents", "s", "µs a document", "memory, MB", "memory, times that of the row above", "disk, MB");
        var before = 0.0;
        foreach (var (count, run) in runs)
        {
            var (wall, memory) = (run.Wall(Ours), run.Memory(Ours));
            table.Add(count.Count(), Figures.Short(wall.Median / 1000), Figures.Short(wall.Median * 1000 / count), memory.Middle(), before == 0 ? "" : Figures.Short(memory.Median / before), run.Disk(Ours).Middle());
            before = memory.Median;
        }

        return table;
    }

    private static MarkdownTable Shares(Dictionary<int, PairedRuns> runs)
    {
        var table = new MarkdownTable(["Documents", .. Rooms.Select(room => $"{room}, %")]);
        foreach (var (count, run) in runs)
            table.Add([count.Count(), .. Rooms.Select(room => Figures.Short(run.Of(Ours, measured => 100 * Milliseconds(measured, room) / Rooms.Sum(other => Milliseconds(measured, other))).Median))]);
        return table;
    }

    private static double Milliseconds(Measurement run, string room) =>
        double.Parse(run.Output.Split('\n').Single(line => line.StartsWith(room + " ", StringComparison.Ordinal)).Split(' ')[1], CultureInfo.InvariantCulture);

    private static BarPlot Plot(Dictionary<int, PairedRuns> runs)
    {
        var plot = new BarPlot("Share of each room, percent", Rooms);
        foreach (var (count, run) in runs)
            plot.Add(count.Count(), [.. Rooms.Select(room => run.Of(Ours, measured => 100 * Milliseconds(measured, room) / Rooms.Sum(other => Milliseconds(measured, other))).Median)]);
        return plot;
    }
}
