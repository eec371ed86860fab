namespace TypedMigrations.Testing.Comparing;

/// <summary>Lays facts out as the library's other messages do: a label, and what was found. Of many, the first ten.</summary>
internal static class FactsText
{
    private const int Most = 10;

    public static string Of(IReadOnlyList<(string Label, string Value)> facts)
    {
        var shown = facts.Take(Most + 1).ToList();
        var width = shown.Max(fact => fact.Label.Length) + 2;
        var lines = shown.Select(fact => $"  {fact.Label.PadRight(width)}{fact.Value}");
        return string.Join('\n', facts.Count > shown.Count ? [.. lines, $"  and {facts.Count - shown.Count:N0} more"] : lines);
    }
}
