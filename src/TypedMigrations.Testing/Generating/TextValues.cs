using System.Text;

namespace TypedMigrations.Testing.Generating;

/// <summary>Texts: words mostly, the same ones often, and those that programs stumble over.</summary>
internal static class TextValues
{
    /// <summary>The most letters where the length does not matter.</summary>
    public const int Long = 5_000;

    /// <summary>The most letters of a text in an index: a third of what LiteDB takes at three bytes a letter, so that a migration may add to it.</summary>
    public const int Indexed = 120;

    /// <summary>The most letters where several texts make one entry of an index.</summary>
    public const int PartOfIndexed = 30;

    private static readonly string[] Words = ["a", "b", "Anna", "north", "Main Street 1", "x-1", "open", "ann@example.org"];

    private static readonly string[] OddTexts =
    [
        " ", "   ", " a", "a ", "\t", "a\r\nb", "0", "-1", "007", "1e3", "null", "true", "i", "I", "\u0130", "\u0131", "TITLE", "title", "stra\u00dfe", "STRASSE",
        "\u00e9", "e\u0301", "a\u0300\u0316\u0301", "\u00c5ngstr\u00f6m", "\ufb01", "\u00ad", "a\u200db", "\ufeffa", "\u05e9\u05dc\u05d5\u05dd", "\u0645\u0631\u062d\u0628\u0627", "\u65e5\u672c",
        "\ud83d\udca1", "\ud83d\udc69\u200d\ud83d\udcbb", "\u2764\ufe0f", "\u2764", "\ud835\udc9c", "a.b", "$a", "[]", "{}", "\"", "'; --", "\\", "%", "_", "a/b", "a:b", "<b>&amp;</b>",
    ];

    private static readonly (int First, int Last)[] Alphabets =
    [
        (0x20, 0x7e), (0xa1, 0x17f), (0x300, 0x36f), (0x391, 0x3a9), (0x410, 0x44f), (0x5d0, 0x5ea), (0x621, 0x63a), (0x905, 0x939), (0x4e00, 0x4fff), (0xac00, 0xacff), (0x1d49c, 0x1d4cf), (0x1f600, 0x1f64f),
    ];

    /// <summary>A text that fits.</summary>
    /// <param name="draw">The sample.</param>
    /// <param name="most">The most letters.</param>
    /// <param name="mayBeEmpty">Whether it may be empty: a store, or the application's mapper, may take that for null.</param>
    public static string Next(Draw draw, int most, bool mayBeEmpty)
    {
        if (!draw.IsOdd())
            return Word(draw);

        return draw.Below(8) switch
        {
            0 => mayBeEmpty ? "" : " ",
            1 => OtherCase(draw, Word(draw)),
            2 => Repeated(draw, most),
            3 or 4 => AnyLetters(draw),
            _ => draw.OneOf(OddTexts),
        };
    }

    public static char Letter(Draw draw) => draw.IsOdd() ? draw.OneOf(" 0\u0130\u0131\u00df\u00e9\u0301\u00ad\u65e5\uffe5") : (char)('a' + draw.Below(26));

    private static string Word(Draw draw)
    {
        if (draw.Below(2) == 0)
            return draw.OneOf(Words);

        var length = 1 + draw.Small(3);
        return string.Create(length, draw, static (letters, from) =>
        {
            for (var i = 0; i < letters.Length; i++)
                letters[i] = (char)('a' + from.Below(26));
        });
    }

    private static string OtherCase(Draw draw, string text) => draw.Below(2) == 0 ? text.ToUpperInvariant() : text.ToLowerInvariant();

    private static string Repeated(Draw draw, int most)
    {
        var length = most <= draw.RoomForText ? most - draw.Below(3) : PartOfIndexed;
        draw.RoomForText -= length;
        return new string((char)('a' + draw.Below(26)), length);
    }

    private static string AnyLetters(Draw draw)
    {
        var text = new StringBuilder();
        for (var i = draw.Below(8); i >= 0; i--)
        {
            var (first, last) = draw.OneOf(Alphabets);
            text.Append(new Rune(first + draw.Below(last - first + 1)).ToString());
        }

        return text.ToString();
    }

    private static char OneOf(this Draw draw, string letters) => letters[draw.Below(letters.Length)];
}
