using TypedMigrations.Benchmarks.Generating;
using TypedMigrations.Benchmarks.Measuring;
using TypedMigrations.Benchmarks.Reporting;
using TypedMigrations.Benchmarks.Starting;

namespace TypedMigrations.Benchmarks.Rows;

/// <summary>What it costs to insert many seeds, and to read or write a database whole.</summary>
internal sealed class WholeDatabase : IBenchmark
{
    private const string Read = "read every document";
    private const string Insert = "insert by LiteDB's mapper";
    private const string InsertFile = "insert a JSON file by LiteDB's mapper";

    public string Name => "whole";

    public Section Run(Bench bench)
    {
        var count = bench.Choose(1_000_000, quick: 30_000);
        var databases = new PeopleDatabases(bench.Folders);
        var reading = bench.Measure($"reading, {count.Count()} documents",
            [databases.On(Read, "read", "Rename", count), databases.On("schema scan", "schema", "Rename", count), databases.On("dump", "dump", "Rename", count)], rounds: 3);
        var dump = Dump(bench, databases, count);
        var writing = bench.Measure($"writing, {count.Count()} documents",
            [
                databases.New(Insert, "seed-by-hand", count), databases.New("seed", "seed", count),
                databases.On("read, insert into a new file", "bound", "Rename", count), databases.On("load", "load", "Rename", count, folder => File.Copy(dump, Path.Combine(folder, "people.dump"))),
            ], rounds: 3);

        var file = new SeedFileProgram(bench.Folders, count);
        var program = file.Build();
        var seeding = bench.Measure($"a seed of {count.Count()} records in a JSON file",
            [databases.New(InsertFile, program, database => [database, file.File]), databases.New("seed from a JSON file", program, database => [database])], rounds: 3);

        return bench.NewSection(Name, "Seeds, schema scan, dump and load", ["LiteDB"])
            .Add("Whole processes, and the same million documents. A seed is a `BootstrapSeed` that makes its records in code; by hand the same records go through LiteDB's own mapper. Ours reads them again, and swaps the file in.")
            .Add(Table(reading, Read))
            .Add(Table(writing, Insert))
            .Add($"The same records in a JSON file of {new FileInfo(file.File).Length / 1_000_000:N0} MB, which the program carries. What is read of a program's file counts as its memory, and leaves it when another wants it.")
            .Add(Table(seeding, InsertFile))
            .Add("Load reads what dump wrote, inserts it into a new file, reads that back and compares it with the dump.");
    }

    /// <summary>A dump of the database, to be loaded.</summary>
    private static string Dump(Bench bench, PeopleDatabases databases, int count)
    {
        var dumping = databases.On("dump", "dump", "Rename", count);
        dumping.Prepare();
        Tool.Run(dumping.Program, dumping.Arguments);
        var kept = Path.Combine(bench.Folders.Work, "people.dump");
        File.Copy(Path.Combine(dumping.DiskFolder!, "people.dump"), kept, overwrite: true);
        return kept;
    }

    private static MarkdownTable Table(PairedRuns runs, string baseline)
    {
        var table = new MarkdownTable("Work", "s", $"times '{baseline}'", "ratio of processor time", "memory, MB", "disk, MB");
        foreach (var name in runs.Names)
        {
            table.Add(name, new Spread(runs.Wall(name).Median / 1000, runs.Wall(name).Min / 1000, runs.Wall(name).Max / 1000).Range(), $"**{runs.Ratio(name, baseline).Ratio()}**",
                runs.ProcessorRatio(name, baseline).Ratio(), runs.Memory(name).Middle(), runs.Disk(name).Middle());
        }

        return table;
    }
}
