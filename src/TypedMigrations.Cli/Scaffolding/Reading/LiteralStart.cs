namespace TypedMigrations.Cli.Scaffolding.Reading;

/// <summary>How a text in quotes begins, which says how it ends.</summary>
/// <param name="End">Where its first letter is.</param>
/// <param name="Dollars">How many dollars stand before it: as many braces open a hole. None for one without holes.</param>
/// <param name="Quotes">How many quotes stand around it: one, or at least three for a raw one.</param>
/// <param name="IsVerbatim">Whether a backslash is a letter as any other.</param>
internal sealed record LiteralStart(int End, int Dollars, int Quotes, bool IsVerbatim)
{
    private bool IsRaw => Quotes >= 3;

    /// <summary>Reads what stands before a text: quotes, dollars, an at; null where no text begins.</summary>
    public static LiteralStart? TryRead(string text, int at)
    {
        var quote = at;
        while (quote < text.Length && text[quote] is '$' or '@')
            quote++;
        var quotes = Run(text, quote, '"');
        if (quotes == 0)
            return null;

        var prefix = text.AsSpan(at, quote - at);
        // Two quotes are an empty text.
        var around = quotes >= 3 && !prefix.Contains('@') ? quotes : 1;
        return new LiteralStart(quote + around, prefix.Count('$'), around, prefix.Contains('@'));
    }

    /// <summary>Where what follows the text begins; null where it does not end here.</summary>
    public int? EndsAt(string text, int at)
    {
        var quotes = Run(text, at, '"');
        if (IsRaw)
            return quotes >= Quotes ? at + quotes : null;
        if (quotes == 0)
            return !IsVerbatim && text[at] == '\n' ? at : null;
        return IsVerbatim && quotes >= 2 ? null : at + 1;
    }

    public bool OpensHoleAt(string text, int at)
    {
        var braces = Dollars == 0 ? 0 : Run(text, at, '{');
        return IsRaw ? braces >= Dollars && Dollars > 0 : braces % 2 == 1;
    }

    /// <summary>How many signs stand for one letter, or for several that must not be cut.</summary>
    public int LengthOfLetterAt(string text, int at) =>
        IsRaw ? Math.Max(1, Run(text, at, '"'))
        : IsVerbatim && text[at] == '"' ? 2
        : !IsVerbatim && text[at] == '\\' ? 2
        : Dollars > 0 && text[at] == '{' ? 2
        : 1;

    private static int Run(string text, int at, char sign)
    {
        var end = at;
        while (end < text.Length && text[end] == sign)
            end++;
        return end - at;
    }
}
