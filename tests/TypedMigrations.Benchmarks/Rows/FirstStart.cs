using TypedMigrations.Benchmarks.Measuring;
using TypedMigrations.Benchmarks.Reporting;
using TypedMigrations.Benchmarks.Starting;

namespace TypedMigrations.Benchmarks.Rows;

/// <summary>What a start costs when every migration is pending and there is no database yet.</summary>
internal sealed class FirstStart : IBenchmark
{
    public string Name => "first";

    private static IReadOnlyList<Library> Libraries => [.. Library.All, Library.EfCoreWithModels];

    private static IEnumerable<string> Names => [.. Libraries.Select(library => library.Name), Library.Ours.AloneName];

    public Section Run(Bench bench)
    {
        var counts = bench.Choose<int[]>([1, 100, 1000, 10_000], quick: [1, 100]);
        var programs = new StartPrograms(bench.Folders);
        var runs = counts.ToDictionary(count => count, count => Measure(bench, programs, count));

        return bench.NewSection(Name, "The first start, with many small migrations", Library.Packages)
            .Add("""
                A console program starts without a database file, applies all of its migrations, reads the last row, counts all rows, and ends. The first migration makes a table with five fields and a unique index; it and each later
                one inserts one row. A table or a column for each migration is not possible with this many: LiteDB's header takes some 540 tables, and SQLite 2,000 columns.

                Ours are classes in namespaces of their own, with all constants and records copied whole and a bootstrap seed of one record; they were built with the analyzers on, and the generator's manifest. Those of
                FluentMigrator and EF Core are classes too, those of DbUp and Evolve are scripts on the disk. EF Core's are in two forms: the leanest that work, and, "with models", as `dotnet ef migrations add` writes them, each with the
                model as it is after it.

                LiteDB is what can be written by hand without a migrator: for each row that has no mark, one transaction that inserts row and mark. It has no backup, plan, audit trail, check, or protection against a second process.

                Each keeps its own default durability, `synchronous=FULL` on SQLite. Ours applies all pending migrations to one copy, and calls fsync around the swap: seven times, however many there are. FluentMigrator and
                Evolve commit each migration (four calls of fsync or fdatasync), DbUp each script and its entry in the journal (eight), in the journal mode `DELETE`. EF Core commits each migration too, in the journal
                mode `WAL` (one call), which it sets for a database that it creates. The calls were counted with strace over 100 migrations.
                """)
            .Add(Times(runs))
            .Add("The rows above, divided by the number of migrations. **Each more** is what a migration more costs: the time of a table's row, less that of one migration, divided by the migrations in between.")
            .Add(EachOne(runs))
            .Add(Plot(runs))
            .Add("""
                What ours is spent on, by the runtime's own events and a sampling profiler, measured apart from the table. **With one migration** some 1,680 methods are compiled while it starts: 1,180 are LiteDB's, 450 .NET's, and 50
                the library's and the author's, for the packages hold the library's own code compiled ahead. The program with LiteDB by hand has 1,130 of LiteDB's and 280 others. Without code compiled ahead ours compiles 3,140 and
                takes 1.36 times as long; with LiteDB compiled ahead as well (`-p:PublishReadyToRun=true`) 0.73 of it. **With 1,000 migrations** 8,710 methods are compiled, 7,000 of them the authors': seven for each migration, and the
                static constructor with its constants takes half of that. Loading the types takes about as much again. Both are done on all cores, where locks of the runtime leave some 10 % of the whole to be won with two. Planning, inserting,
                journal, audit trail and verification are the rest. A migration with its own frozen constants and records costs that once, at its first start; scripts, and classes without a model, do not.
                """);
    }

    private static PairedRuns Measure(Bench bench, StartPrograms programs, int count)
    {
        bench.Say($"building the programs with {count.Count()} migrations");
        return bench.Measure($"first start, {count.Count()} migrations",
        [
            .. Libraries.Select(library => InEmptyFolder(bench, library.Project, database => programs.With(library, count, database, "first"))),
            InEmptyFolder(bench, Library.Ours.AloneName, database => programs.Without(Library.Ours, count, database, "first")),
        ], RoundsOf(count));
    }

    /// <summary>A program in a folder of its own, which is empty before each run.</summary>
    private static Contender InEmptyFolder(Bench bench, string name, Func<string, Contender> program)
    {
        var folder = bench.Folders.Fresh(name);
        return program(Path.Combine(folder, "shop.db")) with { Prepare = () => bench.Folders.Fresh(name) };
    }

    private static int RoundsOf(int count) => count switch { <= 100 => 11, <= 1000 => 5, _ => 3 };

    private static MarkdownTable Times(Dictionary<int, PairedRuns> runs)
    {
        var table = new MarkdownTable("Migrator, migrations", "ms", "times ours", "processor time, ms", "memory, MB");
        foreach (var (count, run) in runs)
        {
            foreach (var name in Names)
                table.Add($"{name}, {count.Count()}", run.Wall(name).Range(), $"**{run.Ratio(name, Library.Ours.Name).Ratio()}**", run.Processor(name).Middle(), run.Memory(name).Middle());
        }

        return table;
    }

    private static MarkdownTable EachOne(Dictionary<int, PairedRuns> runs)
    {
        var many = runs.Keys.Where(count => count > 1).ToList();
        var table = new MarkdownTable(["Migrator", .. many.Select(count => $"of {count.Count()}, ms"), .. many.Select(count => $"each more, up to {count.Count()}, ms")]);
        foreach (var name in Names)
            table.Add([name, .. many.Select(count => Figures.Short(runs[count].Wall(name).Median / count)), .. many.Select(count => Figures.Short(EachMore(runs, name, count)))]);
        return table;
    }

    private static double EachMore(Dictionary<int, PairedRuns> runs, string name, int count) =>
        (runs[count].Wall(name).Median - runs[1].Wall(name).Median) / (count - 1);

    private static BarPlot Plot(Dictionary<int, PairedRuns> runs)
    {
        var plot = new BarPlot("Milliseconds of a first start, by the number of migrations", [.. Names]) { IsLogarithmic = true };
        foreach (var (count, run) in runs)
            plot.Add(count.Count(), [.. Names.Select(name => run.Wall(name).Median)]);
        return plot;
    }
}
