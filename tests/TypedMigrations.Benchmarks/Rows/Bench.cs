using TypedMigrations.Benchmarks.Measuring;
using TypedMigrations.Benchmarks.Reporting;

namespace TypedMigrations.Benchmarks.Rows;

/// <summary>What a benchmark works with.</summary>
/// <param name="folders">Where files are.</param>
/// <param name="isQuick">Whether small sizes and few rounds are enough.</param>
internal sealed class Bench(BenchFolders folders, bool isQuick)
{
    public BenchFolders Folders => folders;

    public bool IsQuick => isQuick;

    /// <summary>One of two choices, by whether the run is a quick one.</summary>
    public T Choose<T>(T full, T quick) => isQuick ? quick : full;

    /// <summary>Runs contenders in turn, and says so.</summary>
    /// <param name="what">What is measured.</param>
    /// <param name="contenders">What runs in turn.</param>
    /// <param name="rounds">How often each runs; three times where the run is a quick one.</param>
    public PairedRuns Measure(string what, IReadOnlyList<Contender> contenders, int rounds)
    {
        Say($"{what}: {string.Join(", ", contenders.Select(contender => contender.Name))}");
        return PairedRuns.Measure(contenders, Choose(rounds, quick: 3));
    }

    /// <summary>Tells whoever waits what is going on.</summary>
    public void Say(string what) => Console.WriteLine($"{DateTime.Now:HH:mm:ss}  {what}");

    /// <summary>A section that begins with the command that makes it and what it was measured on.</summary>
    public Section NewSection(string name, string title, IEnumerable<string> packages) => new Section(name, title)
        .Add($"`./build/bench.sh {name}{(isQuick ? " --quick" : "")}`")
        .Add(MachineFacts.Read(folders.Root, packages));
}
