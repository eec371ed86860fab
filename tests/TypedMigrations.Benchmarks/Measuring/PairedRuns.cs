using System.Globalization;

namespace TypedMigrations.Benchmarks.Measuring;

/// <summary>The runs of contenders that were measured in turn, so that what else the machine does meets all of them alike.</summary>
internal sealed class PairedRuns
{
    private readonly Dictionary<string, List<Measurement>> _runs = [];

    private PairedRuns(int rounds) => Rounds = rounds;

    /// <summary>The contenders, in their order.</summary>
    public IEnumerable<string> Names => _runs.Keys;

    /// <summary>How often each contender ran.</summary>
    public int Rounds { get; }

    /// <summary>Runs all contenders once a round. Each round begins with another one. One run of each comes before and is not counted.</summary>
    /// <exception cref="InvalidOperationException">A contender ended with another code than 0.</exception>
    public static PairedRuns Measure(IReadOnlyList<Contender> contenders, int rounds)
    {
        var runs = new PairedRuns(rounds);
        foreach (var contender in contenders)
        {
            Run(contender);
            runs._runs.Add(contender.Name, []);
        }

        for (var round = 0; round < rounds; round++)
        {
            for (var turn = 0; turn < contenders.Count; turn++)
            {
                var contender = contenders[(round + turn) % contenders.Count];
                runs._runs[contender.Name].Add(Run(contender));
            }
        }

        return runs;
    }

    /// <summary>Milliseconds from start to end.</summary>
    public Spread Wall(string contender) => Of(contender, run => run.Wall.TotalMilliseconds);

    /// <summary>Milliseconds of user and system time.</summary>
    public Spread Processor(string contender) => Of(contender, run => run.Processor.TotalMilliseconds);

    /// <summary>Megabytes of resident memory.</summary>
    public Spread Memory(string contender) => Of(contender, run => run.PeakMemory / 1e6);

    /// <summary>Megabytes of files.</summary>
    public Spread Disk(string contender) => Of(contender, run => run.PeakDisk / 1e6);

    /// <summary>The number that the contender wrote as its last line.</summary>
    public Spread Printed(string contender) => Of(contender, PrintedBy);

    /// <summary>The ratio of two contenders' times in the same round.</summary>
    public Spread Ratio(string contender, string baseline) => Paired(contender, baseline, (one, other) => one.Wall / other.Wall);

    /// <summary>The ratio of two contenders' processor times in the same round.</summary>
    public Spread ProcessorRatio(string contender, string baseline) => Paired(contender, baseline, (one, other) => one.Processor / other.Processor);

    /// <summary>The milliseconds that one contender takes more than another one in the same round.</summary>
    public Spread Added(string contender, string baseline) => Paired(contender, baseline, (one, other) => (one.Wall - other.Wall).TotalMilliseconds);

    /// <summary>Something of each run of a contender.</summary>
    public Spread Of(string contender, Func<Measurement, double> value) => Spread.Of(_runs[contender].Select(value));

    /// <summary>Something of two contenders' runs in the same round.</summary>
    public Spread Paired(string contender, string baseline, Func<Measurement, Measurement, double> value) =>
        Spread.Of(_runs[contender].Zip(_runs[baseline], value));

    /// <summary>The number that a run wrote as its last line.</summary>
    public static double PrintedBy(Measurement run) =>
        double.Parse(run.Output.Trim().Split('\n')[^1], CultureInfo.InvariantCulture);

    private static Measurement Run(Contender contender)
    {
        contender.Prepare();
        return OperatingSystem.IsLinux() ? LinuxProcess.Run(contender) : AnyProcess.Run(contender);
    }
}
