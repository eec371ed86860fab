using TypedMigrations.Benchmarks.Measuring;
using TypedMigrations.Benchmarks.Reporting;
using TypedMigrations.Benchmarks.Starting;

namespace TypedMigrations.Benchmarks.Rows;

/// <summary>What a start costs when nothing is pending.</summary>
internal sealed class NoopStart : IBenchmark
{
    private const int SmallMegabytes = 1;
    private const int LargeMegabytes = 500;
    private const int WarmRounds = 5;

    public string Name => "noop";

    public Section Run(Bench bench)
    {
        var known = bench.Choose<int[]>([1, 100, 1000], quick: [1, 100]);
        var programs = new StartPrograms(bench.Folders);
        var databases = new AppliedDatabases(bench.Folders, programs);
        var small = known.ToDictionary(count => count, count => Cold(bench, programs, databases, count, SmallMegabytes, Library.All));
        var large = bench.IsQuick ? [] : known.ToDictionary(count => count, count => Cold(bench, programs, databases, count, LargeMegabytes, [Library.Ours]));
        var warm = known.ToDictionary(count => count, count => WarmStart(bench, programs, databases, count));

        return bench.NewSection(Name, "A start with nothing pending", Library.Packages)
            .Add("""
                The application is a console program. It opens its database, reads one document or row, and ends. With a migrator it has that look first, and find nothing to do. Its migrations are known to
                the program and applied to the database. The SDK's defaults: `dotnet build -c Release`, no ReadyToRun, no trimming. Of ours a program gets what the packages hold: the library's own code
                compiled ahead ([start.md](start.md)).
                """)
            .Add("### A cold process, with us and without")
            .Add("The files hold a journal, the rows of the migrations, and documents of about 450 bytes that no migration knows of.")
            .Add(WithAndWithout(small, large))
            .Add("### The migrators side by side")
            .Add("""
                Ours works on LiteDB, the others on SQLite; each is compared with the same application without it. EF Core's application without migrating is the same DbContext.
                **Added** is the median of the differences within the rounds. The files have at least 1 MB.
                """)
            .Add(SideBySide(small))
            .Add(AddedPlot(small))
            .Add("### A warm process")
            .Add($"""
                One process starts {StartPrograms.WarmStarts} times more after its first start, each time with a new migrator and a new connection on the same file, and prints the median. Microseconds; the median of
                {(bench.IsQuick ? 3 : WarmRounds)} processes.
                """)
            .Add(WarmTable(warm));
    }

    private static PairedRuns Cold(Bench bench, StartPrograms programs, AppliedDatabases databases, int known, int megabytes, IReadOnlyList<Library> libraries) =>
        bench.Measure($"nothing pending, {known.Count()} known, {megabytes} MB", [.. Contenders(bench, programs, databases, known, megabytes, libraries, "noop")], rounds: 21);

    private static PairedRuns WarmStart(Bench bench, StartPrograms programs, AppliedDatabases databases, int known) =>
        bench.Measure($"nothing pending, warm, {known.Count()} known", [.. Contenders(bench, programs, databases, known, SmallMegabytes, Library.All, "warm")], WarmRounds);

    /// <summary>Each migrator's application with it and without it. Two migrators may have one application.</summary>
    private static IEnumerable<Contender> Contenders(
        Bench bench, StartPrograms programs, AppliedDatabases databases, int known, int megabytes, IReadOnlyList<Library> libraries, string mode)
    {
        bench.Say($"making the databases with {known.Count()} migrations, {megabytes} MB");
        return libraries
            .SelectMany(library => Both(library, databases.Ensure(library, known, megabytes)))
            .DistinctBy(contender => contender.Name);

        IEnumerable<Contender> Both(Library library, string database) =>
            [programs.Without(library, known, database, mode), programs.With(library, known, database, mode)];
    }

    private static MarkdownTable WithAndWithout(Dictionary<int, PairedRuns> small, Dictionary<int, PairedRuns> large)
    {
        var table = new MarkdownTable("Migrations known, file", "without, ms", "with, ms", "added, ms", "ratio", "ratio of processor time", "memory without, MB", "memory with, MB");
        foreach (var (megabytes, runs) in new[] { (SmallMegabytes, small), (LargeMegabytes, large) })
        {
            foreach (var (known, run) in runs)
            {
                var (with, without) = (Library.Ours.Name, Library.Ours.AloneName);
                table.Add($"{known.Count()}, {megabytes} MB", run.Wall(without).Range(), run.Wall(with).Range(), run.Added(with, without).Middle(), $"**{run.Ratio(with, without).Ratio()}**",
                    run.ProcessorRatio(with, without).Ratio(), run.Memory(without).Middle(), run.Memory(with).Middle());
            }
        }

        return table;
    }

    private static MarkdownTable SideBySide(Dictionary<int, PairedRuns> runs)
    {
        var table = new MarkdownTable("Migrator, migrations known", "without, ms", "with, ms", "added, ms", "added processor time, ms", "ratio");
        foreach (var (known, run) in runs)
        {
            foreach (var library in Library.All)
            {
                var processor = run.Paired(library.Name, library.AloneName, (with, without) => (with.Processor - without.Processor).TotalMilliseconds);
                table.Add($"{library.Name}, {known.Count()}", run.Wall(library.AloneName).Range(), run.Wall(library.Name).Range(),
                    run.Added(library.Name, library.AloneName).Range(), processor.Middle(), run.Ratio(library.Name, library.AloneName).Ratio());
            }
        }

        return table;
    }

    private static BarPlot AddedPlot(Dictionary<int, PairedRuns> runs)
    {
        var plot = new BarPlot("Milliseconds that a migrator adds to a cold start with nothing pending", [.. runs.Keys.Select(known => $"{known.Count()} known")]);
        foreach (var library in Library.All)
            plot.Add(library.Name, [.. runs.Values.Select(run => run.Added(library.Name, library.AloneName).Median)]);
        return plot;
    }

    private static MarkdownTable WarmTable(Dictionary<int, PairedRuns> runs)
    {
        var table = new MarkdownTable("Migrator, migrations known", "without, µs", "with, µs", "added, µs");
        foreach (var (known, run) in runs)
        {
            foreach (var library in Library.All)
            {
                var added = run.Paired(library.Name, library.AloneName, (with, without) => PairedRuns.PrintedBy(with) - PairedRuns.PrintedBy(without));
                table.Add($"{library.Name}, {known.Count()}", run.Printed(library.AloneName).Middle(), run.Printed(library.Name).Middle(), added.Middle());
            }
        }

        return table;
    }
}
