using TypedMigrations.Benchmarks.Measuring;
using TypedMigrations.Benchmarks.Reporting;
using TypedMigrations.Benchmarks.Rows;

IReadOnlyList<IBenchmark> all = [new NoopStart(), new FirstStart(), new Transforms(), new IndexedTransforms(), new HandWritten(), new Growth(), new WholeDatabase()];

// ./build/bench.sh calls this in the root of the repository: [names] [--quick]
var isQuick = args.Contains("--quick");
var names = args.Where(argument => argument != "--quick").ToList();
if (names.FirstOrDefault(name => all.All(benchmark => benchmark.Name != name)) is { } unknown)
{
    Console.Error.WriteLine($"There is no benchmark {unknown}. There are: {string.Join(", ", all.Select(benchmark => benchmark.Name))}.");
    return 64;
}

var folders = new BenchFolders(Directory.GetCurrentDirectory());
var report = new ReportFile(isQuick ? Path.Combine(folders.Work, "report") : folders.Documentation);
foreach (var benchmark in all.Where(benchmark => names.Count == 0 || names.Contains(benchmark.Name)))
    report.Write(benchmark.Run(new Bench(folders, isQuick)));
Console.WriteLine($"Written to {report.Path}.");
return 0;
