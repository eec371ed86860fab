using TypedMigrations.Benchmarks.Measuring;
using TypedMigrations.Benchmarks.Reporting;
using TypedMigrations.Benchmarks.Starting;

namespace TypedMigrations.Benchmarks.Rows;

/// <summary>Ours beside what does as much by hand, for several changes of the same documents.</summary>
internal sealed class TransformRuns(Bench bench)
{
    public const string Ours = "TypedMigrations";

    private readonly PeopleDatabases _databases = new(bench.Folders);

    public int Count { get; } = bench.Choose(1_000_000, quick: 30_000);

    /// <summary>How many bytes a document takes in the file.</summary>
    public double BytesOfDocument => _databases.SizeOf("Rename", Count) / (double)Count;

    /// <summary>A program that works on the database of a module.</summary>
    public Contender On(string name, string work, string module) => _databases.On(name, work, module, Count);

    /// <summary>Measures changes, and gives a row for each.</summary>
    /// <param name="changes">The modules that make them, and what they do in words.</param>
    /// <param name="bound">What each is compared with.</param>
    /// <param name="work">How the program calls that.</param>
    public MarkdownTable Table(IEnumerable<(string Module, string Words)> changes, string bound, string work)
    {
        var table = new MarkdownTable("Change", "bound, s", "ours, s", "ratio", "ratio of processor time", "passes alone", "memory, MB", "memory of the bound, MB", "disk, MB");
        foreach (var (module, words) in changes)
        {
            var run = bench.Measure($"{module}, {Count.Count()} documents", [On(Ours, "migrate", module), On(bound, work, module)], rounds: 3);
            table.Add(words, Seconds(run.Wall(bound)), Seconds(run.Wall(Ours)), $"**{run.Ratio(Ours, bound).Ratio()}**", run.ProcessorRatio(Ours, bound).Ratio(),
                run.Paired(Ours, bound, (ours, other) => PairedRuns.PrintedBy(ours) / other.Wall.TotalMilliseconds).Ratio(), run.Memory(Ours).Middle(), run.Memory(bound).Middle(), run.Disk(Ours).Middle());
        }

        return table;
    }

    public static string Seconds(Spread milliseconds) => new Spread(milliseconds.Median / 1000, milliseconds.Min / 1000, milliseconds.Max / 1000).Range();
}
