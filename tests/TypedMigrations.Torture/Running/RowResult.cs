using System.Globalization;
using TypedMigrations.Torture.Attempts;

namespace TypedMigrations.Torture.Running;

/// <summary>What became of a row's attempts. For one thread at a time.</summary>
internal sealed class RowResult(Row row)
{
    private readonly SortedDictionary<string, int> _outcomes = new(StringComparer.Ordinal);
    private readonly List<(int Seed, string Message)> _failures = [];

    public Row Row => row;

    /// <summary>Why it was not tried; null where it was.</summary>
    public string? NotPossible { get; } = row.NotPossibleHere;

    public int Attempts { get; private set; }

    /// <summary>The time that its attempts took, those that go on included.</summary>
    public TimeSpan Spent { get; set; }

    /// <summary>How many attempts have begun.</summary>
    public int Begun { get; set; }

    /// <summary>How often the library did not keep what it promises, with the seed that repeats it.</summary>
    public IReadOnlyList<(int Seed, string Message)> Failures => _failures;

    public string Outcomes => string.Join(", ", _outcomes.Select(outcome => string.Create(CultureInfo.InvariantCulture, $"{outcome.Value} {outcome.Key}")));

    public void Add(Attempt attempt, Exception? failure)
    {
        Attempts++;
        foreach (var (outcome, count) in attempt.Outcomes)
            _outcomes[outcome] = _outcomes.GetValueOrDefault(outcome) + count;
        if (failure is not null)
            _failures.Add((attempt.Seed, failure is LostException ? failure.Message : failure.ToString()));
    }
}
