using System.Globalization;
using System.Text;

namespace TypedMigrations.Torture.Running;

/// <summary>The rows and what became of them, as a table that can be quoted.</summary>
internal static class Summary
{
    /// <summary>As Markdown, which is readable as text too.</summary>
    public static string Of(IReadOnlyList<RowResult> results, int seed, TimeSpan took)
    {
        var tried = results.Where(result => result.NotPossible is null).ToList();
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{tried.Sum(result => result.Attempts):N0} attempts in {took.TotalMinutes:0.0} minutes, seed {seed}: {Verdict(results)}");
        text.AppendLine();
        text.AppendLine("| Row | What is tried | Attempts | Outcomes | Result |");
        text.AppendLine("|---|---|--:|---|---|");
        foreach (var result in results)
            text.AppendLine(CultureInfo.InvariantCulture, $"| {result.Row.Name} | {result.Row.Tries} | {result.Attempts:N0} | {result.Outcomes} | {ResultOf(result)} |");
        return text.ToString();
    }

    private static string Verdict(IReadOnlyList<RowResult> results)
    {
        var failed = results.Count(result => result.Failures.Count > 0);
        var skipped = results.Count(result => result.NotPossible is not null);
        var verdict = failed == 0 ? "nothing lost" : $"{failed} rows FAILED";
        return skipped == 0 ? verdict : $"{verdict}; {skipped} rows not possible here";
    }

    private static string ResultOf(RowResult result) =>
        result.NotPossible is { } why ? $"not possible here: {why}"
        : result.Failures.Count > 0 ? $"**FAILED** {result.Failures.Count} times, seeds {string.Join(", ", result.Failures.Select(failure => failure.Seed).Take(5))}"
        : result.Attempts == 0 ? "not tried: there was no time"
        : "nothing lost";
}
