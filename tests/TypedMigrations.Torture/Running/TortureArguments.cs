using System.Globalization;

namespace TypedMigrations.Torture.Running;

/// <summary>What the person at the command line wants.</summary>
internal sealed record TortureArguments
{
    /// <summary>How long it goes on.</summary>
    public TimeSpan Time { get; private init; } = TimeSpan.FromHours(1);

    /// <summary>The only rows; empty for all.</summary>
    public IReadOnlyList<string> Rows { get; private init; } = [];

    /// <summary>The seed of each row's first attempt. The next attempt has the next number.</summary>
    public int Seed { get; private init; } = Random.Shared.Next(1_000_000_000);

    /// <summary>How often each row tries; null for as often as there is time.</summary>
    public int? Attempts { get; private init; }

    /// <summary>Where the summary goes, as Markdown; null for nowhere.</summary>
    public string? Markdown { get; private init; }

    public static TortureArguments Parse(IReadOnlyList<string> words)
    {
        var parsed = new TortureArguments();
        for (var place = 0; place < words.Count; place += 2)
        {
            var value = place + 1 < words.Count ? words[place + 1] : throw new ArgumentException($"{words[place]} needs a value.");
            parsed = words[place] switch
            {
                "--minutes" => parsed with { Time = TimeSpan.FromMinutes(double.Parse(value, CultureInfo.InvariantCulture)) },
                "--row" => parsed with { Rows = [.. parsed.Rows, value] },
                "--seed" => parsed with { Seed = int.Parse(value, CultureInfo.InvariantCulture) },
                "--attempts" => parsed with { Attempts = int.Parse(value, CultureInfo.InvariantCulture) },
                "--markdown" => parsed with { Markdown = value },
                _ => throw new ArgumentException($"{words[place]} is unknown: --minutes N, --row NAME, --seed S, --attempts N, --markdown FILE."),
            };
        }

        return parsed;
    }
}
