using TypedMigrations.Benchmarks.Generating;
using TypedMigrations.Benchmarks.Measuring;
var folders = new BenchFolders(Path.GetFullPath("."));
foreach (var n in args.Select(int.Parse))
{
    new Scripts(folders).Write(n);
    foreach (var s in new ProgramSources[] { new EfCoreSources(), new FluentMigratorSources() })
    {
    var w = System.Diagnostics.Stopwatch.StartNew();
    Console.WriteLine(new GeneratedProgram(folders).Build(s, n) + " " + w.Elapsed);
    }
}
