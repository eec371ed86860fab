using TypedMigrations.Benchmarks.Measuring;
using TypedMigrations.Benchmarks.Reporting;
using TypedMigrations.Benchmarks.Starting;

namespace TypedMigrations.Benchmarks.Rows;

/// <summary>What it costs to change a million documents.</summary>
internal sealed class Transforms : IBenchmark
{
    private const string Ours = "TypedMigrations";
    private const string Bound = "read, insert into a new file";
    private const string InPlace = "one call in place";
    private const string InTransaction = "a loop in one transaction";
    private const string Loop = "a loop";

    private static readonly (string Module, string Words)[] Changes =
    [
        ("Rename", "rename a field"), ("Convert", "convert text to numbers"), ("Split", "split the table in two"), ("Extract", "array of three to a table"), ("Rekey", "numbers to text in keys"),
        ("Eight", "eight migrations"),
    ];

    public string Name => "transforms";

    public Section Run(Bench bench)
    {
        var count = bench.Choose(1_000_000, quick: 30_000);
        var databases = new PeopleDatabases(bench.Folders);
        var plain = Changes.ToDictionary(change => change.Words, change => Measure(bench, databases, change.Module, count, Bound));
        var indexed = Changes.Where(change => change.Module != "Eight").ToDictionary(change => change.Words, change => Measure(bench, databases, change.Module + "Indexed", count, InPlace));
        var byHand = bench.Measure($"by hand, {count.Count()} documents", [.. ByHand(databases, count)], rounds: 1);

        return bench.NewSection(Name, $"Changing {count.Count()} documents", ["LiteDB"])
            .Add($"""
                Documents of eleven fields, {Figures.Short(databases.SizeOf("Rename", count) / (double)count)} bytes each in the file. Whole processes: ours copies the file, changes the copy, reads it again and compares it with the constants,
                brings it to the disk and swaps it in. **Passes alone** leaves that out: it is the time from the end of the copy to the last document, divided by the whole time of the other.
                """)
            .Add("### Without other indexes")
            .Add("The bound reads every document with LiteDB and inserts it unchanged into a new file, in one call. It keeps no backup and verifies nothing.")
            .Add(Table(plain, Bound))
            .Add("### With two indexes that stay")
            .Add("A new file would have to make the indexes anew, which takes longer. The bound is the best that can be written by hand: one call of `Update` over documents that are read meanwhile. It renames a field; what it is compared with does more.")
            .Add(Table(indexed, InPlace))
            .Add("### What users write")
            .Add("The same renaming by hand, without a copy, without a backup, without verification.")
            .Add(HandTable(byHand))
            .Add(Plot(byHand));
    }

    private static PairedRuns Measure(Bench bench, PeopleDatabases databases, string module, int count, string bound) =>
        bench.Measure($"{module}, {count.Count()} documents", [databases.On(Ours, "migrate", module, count), databases.On(bound, WorkOf(bound), module, count)], rounds: 3);

    private static IEnumerable<Contender> ByHand(PeopleDatabases databases, int count) =>
        new[] { Ours, Bound, InPlace, InTransaction, Loop }.Select(name => databases.On(name, WorkOf(name), "Rename", count));

    private static string WorkOf(string name) => name switch
    {
        Ours => "migrate",
        Bound => "bound",
        InPlace => "in-place",
        InTransaction => "loop-transaction",
        _ => "loop",
    };

    private static MarkdownTable Table(Dictionary<string, PairedRuns> runs, string bound)
    {
        var table = new MarkdownTable("Change", "bound, s", "ours, s", "ratio", "ratio of processor time", "passes alone", "memory, MB", "disk, MB");
        foreach (var (change, run) in runs)
        {
            table.Add(change, Seconds(run.Wall(bound)), Seconds(run.Wall(Ours)), $"**{run.Ratio(Ours, bound).Ratio()}**", run.ProcessorRatio(Ours, bound).Ratio(),
                run.Paired(Ours, bound, (ours, other) => PairedRuns.PrintedBy(ours) / other.Wall.TotalMilliseconds).Ratio(), run.Memory(Ours).Middle(), run.Disk(Ours).Middle());
        }

        return table;
    }

    private static MarkdownTable HandTable(PairedRuns runs)
    {
        var table = new MarkdownTable("Program", "s", "times ours", "memory, MB", "disk, MB");
        foreach (var name in new[] { Ours, Bound, InPlace, InTransaction, Loop })
            table.Add(name, Seconds(runs.Wall(name)), runs.Ratio(name, Ours).Ratio(), runs.Memory(name).Middle(), runs.Disk(name).Middle());
        return table;
    }

    private static BarPlot Plot(PairedRuns runs)
    {
        var plot = new BarPlot("Seconds to rename a field of every document", ["s"]) { IsLogarithmic = true };
        foreach (var name in new[] { Ours, Bound, InPlace, InTransaction, Loop })
            plot.Add(name, runs.Wall(name).Median / 1000);
        return plot;
    }

    private static string Seconds(Spread milliseconds) => new Spread(milliseconds.Median / 1000, milliseconds.Min / 1000, milliseconds.Max / 1000).Range();
}
