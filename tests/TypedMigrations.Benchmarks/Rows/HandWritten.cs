using TypedMigrations.Benchmarks.Measuring;
using TypedMigrations.Benchmarks.Reporting;

namespace TypedMigrations.Benchmarks.Rows;

/// <summary>What users of LiteDB write by hand.</summary>
internal sealed class HandWritten : IBenchmark
{
    private static readonly (string Name, string Work)[] Programs =
    [
        (TransformRuns.Ours, "migrate"), ("read, insert into a new file", "bound"), ("one call in place", "in-place"), ("a loop in one transaction", "loop-transaction"), ("a loop", "loop"),
    ];

    public string Name => "by-hand";

    public Section Run(Bench bench)
    {
        var runs = new TransformRuns(bench);
        var measured = bench.Measure($"by hand, {runs.Count.Count()} documents", [.. Programs.Select(program => runs.On(program.Name, program.Work, "Rename"))], rounds: 1);
        return bench.NewSection(Name, $"Renaming a field of {runs.Count.Count()} documents by hand", ["LiteDB"])
            .Add("The other programs make no copy and no backup, and verify nothing. One round.")
            .Add(Table(measured))
            .Add(Plot(measured));
    }

    private static MarkdownTable Table(PairedRuns runs)
    {
        var table = new MarkdownTable("Program", "s", "times ours", "ours, of it", "memory, MB", "disk, MB");
        foreach (var (name, _) in Programs)
            table.Add(name, TransformRuns.Seconds(runs.Wall(name)), runs.Ratio(name, TransformRuns.Ours).Ratio(), $"**{runs.Ratio(TransformRuns.Ours, name).Ratio()}**", runs.Memory(name).Middle(), runs.Disk(name).Middle());
        return table;
    }

    private static BarPlot Plot(PairedRuns runs)
    {
        var plot = new BarPlot("Seconds to rename a field of every document", ["s"]) { IsLogarithmic = true };
        foreach (var (name, _) in Programs)
            plot.Add(name, runs.Wall(name).Median / 1000);
        return plot;
    }
}
