namespace TypedMigrations.Benchmarks.Reporting;

/// <summary>The report, whose sections lie between markers, so that one can be made anew alone.</summary>
/// <param name="folder">Where <c>benchmarks.md</c> and the folder of its plots lie.</param>
internal sealed class ReportFile(string folder)
{
    private const string Head = """
        # Benchmarks

        `./build/bench.sh` makes this page anew, `./build/bench.sh noop` one section of it, `./build/bench.sh --quick` a short version of all in `artifacts/bench/report`.
        It needs nothing but the .NET SDK. What it makes and uses again, some 10 GB, is in `artifacts/bench`.

        How to read it:

        - All contenders of a table ran on one machine, in turn: A B C, B C A, C A B, … One run of each came before and is not counted. Each ran as a process of its own, from start to end.
        - A time is a median, with the shortest and the longest in brackets. A **ratio** is the median of the ratios within the rounds, so that what else the machine did meets both sides alike. Compare ratios
          rather than milliseconds: the latter are this machine's.
        - Processor time is user and system time of all threads, memory the largest resident size.
        - Every program checks at its end that the right rows are there and that nothing is pending, and a run that ends with another code than 0 ends the benchmark.
        - "Cold" is a new process. Files are in the page cache of the system in all runs: what is measured is a program's start, and not the disk's.

        """;

    public string Path { get; } = System.IO.Path.Combine(folder, "benchmarks.md");

    /// <summary>Writes a section in the place of its former self, or at the end, and its plots.</summary>
    public void Write(Section section)
    {
        var (begin, end) = ($"<!-- begin {section.Name} -->", $"<!-- end {section.Name} -->");
        var text = File.Exists(Path) ? File.ReadAllText(Path) : Head;
        var block = $"{begin}\n{section}\n{end}";
        var from = text.IndexOf(begin, StringComparison.Ordinal);
        var to = text.IndexOf(end, StringComparison.Ordinal);
        var changed = from < 0 ? $"{text.TrimEnd()}\n\n{block}\n" : text[..from] + block + text[(to + end.Length)..];

        Directory.CreateDirectory(System.IO.Path.Combine(folder, "benchmarks"));
        File.WriteAllText(Path, changed);
        foreach (var (name, svg) in section.Plots)
            File.WriteAllText(System.IO.Path.Combine(folder, "benchmarks", name), svg);
    }
}
