using System.Diagnostics;

namespace TypedMigrations.Fuzzing.Looping;

/// <summary>Gives a target one random input after the other, and watches that each comes to an end.</summary>
/// <remarks>An input with an answer that was not heard before becomes one of those from which others are made.</remarks>
public sealed class FuzzLoop
{
    /// <summary>How much of the processor's time an input may take.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    // A machine that is busy with something else is no fault of the library; one that waits for ever is.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    private readonly FuzzTarget _target;
    private readonly Random _random;
    private readonly Mutation _mutation;
    private readonly List<byte[]> _corpus;
    private readonly Dictionary<string, long> _answers = [];
    private readonly Dictionary<string, Finding> _findings = [];
    private readonly ManualResetEventSlim _ended = new();
    private Watched? _current;

    public FuzzLoop(FuzzTarget target, int seed)
    {
        _target = target;
        _random = new Random(seed);
        _mutation = new Mutation(_random, target.Words);
        _corpus = [.. target.Seeds()];
    }

    /// <summary>Called with each input before it is given, so that one that ends the process is known.</summary>
    public Action<byte[]> Before { get; init; } = _ => { };

    /// <summary>Called with each new finding.</summary>
    public Action<Finding> Found { get; init; } = _ => { };

    /// <summary>Fuzzes: the inputs as they should be first, then random ones.</summary>
    /// <param name="goesOn">Asked before each further input, with the number of those given.</param>
    public FuzzSummary Run(Func<long, bool> goesOn)
    {
        var executions = 0L;
        var worker = new Thread(() => Work(goesOn, ref executions)) { IsBackground = true };
        worker.Start();
        while (!_ended.Wait(Longest / 4))
        {
            if (Volatile.Read(ref _current) is { } current && (ProcessorTime() - current.Before > Longest || current.Since.Elapsed > LongestWait))
            {
                Add(new Finding(current.Input, $"It takes longer than {Longest.TotalSeconds:N0} s.", "hang"));
                break;
            }
        }

        lock (_findings)
            return new FuzzSummary(Interlocked.Read(ref executions), new Dictionary<string, long>(_answers), [.. _findings.Values]);
    }

    private void Work(Func<long, bool> goesOn, ref long executions)
    {
        foreach (var seed in _corpus.ToList())
            Try(seed, ref executions);
        while (goesOn(executions))
            Try(_mutation.Of(Any(), Any()), ref executions);
        _ended.Set();
    }

    private byte[] Any() => _corpus[_random.Next(_corpus.Count)];

    private void Try(byte[] input, ref long executions)
    {
        Before(input);
        Volatile.Write(ref _current, new Watched(input, Stopwatch.StartNew(), ProcessorTime()));
        var answer = Answer(input);
        Volatile.Write(ref _current, null);
        Interlocked.Increment(ref executions);
        if (answer is null)
            return;

        lock (_findings)
        {
            if (!_answers.TryGetValue(answer, out var before))
                _corpus.Add(input);
            _answers[answer] = before + 1;
        }
    }

    /// <summary>What the library answered; null for a finding.</summary>
    private string? Answer(byte[] input)
    {
        try
        {
            _target.Run(input);
            return "a result";
        }
        catch (Exception exception) when (_target.Allows(exception))
        {
            return exception is MigrationException refused ? $"{refused.Code} {Plain(refused.Problems[0].What)}" : exception.GetType().Name;
        }
        catch (Exception exception)
        {
            Add(Finding.Of(input, exception));
            return null;
        }
    }

    private void Add(Finding finding)
    {
        lock (_findings)
        {
            if (!_findings.TryAdd(finding.Place, finding))
                return;
        }

        Found(finding);
    }

    /// <summary>A message without what differs from input to input.</summary>
    private static string Plain(string what) => string.Join(' ', what.Split(' ').Where(word => word.All(letter => char.IsAsciiLetter(letter) || letter is '.' or ',' or ':' or '\'')).Take(12));

    private static TimeSpan ProcessorTime() => Environment.CpuUsage.TotalTime;

    private sealed record Watched(byte[] Input, Stopwatch Since, TimeSpan Before);
}
