using System.Collections;
using System.Globalization;

namespace TypedMigrations.Testing.Generating;

/// <summary>Tells values apart as the most careless store does: a text that differs by case only is the same, and so is a number of another type.</summary>
internal static class SameValue
{
    private static readonly CompareInfo Comparer = CultureInfo.InvariantCulture.CompareInfo;

    /// <summary>A text that two values have in common if any store may take them for the same.</summary>
    public static string Of(object? value) => value switch
    {
        null => "null",
        string text => "text " + OfText(text),
        char letter => "text " + OfText(letter.ToString()),
        Enum member => "text " + OfText(member.ToString()),
        bool yes => yes ? "true" : "false",
        byte[] bytes => "bytes " + Convert.ToHexString(bytes),
        byte or sbyte or short or ushort or int or uint or long or ulong or float or double or decimal => "number " + OfNumber(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
        DateTime time => "time " + time.Ticks.ToString(CultureInfo.InvariantCulture),
        DateTimeOffset time => "time " + time.UtcTicks.ToString(CultureInfo.InvariantCulture),
        Uri address => "text " + OfText(address.AbsoluteUri),
        IEnumerable items => "[" + string.Join(',', items.Cast<object?>().Select(Of)) + "]",
        _ => "other " + OfText(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""),
    };

    private static string OfText(string text)
    {
        // Turkish has two letters i, whose capitals other languages take for those of one.
        var folded = text.Replace('\u0130', 'i').Replace('\u0131', 'i');
        return Convert.ToHexString(Comparer.GetSortKey(folded, CompareOptions.IgnoreCase).KeyData);
    }

    /// <summary>Negative zero is zero.</summary>
    private static string OfNumber(double number) => (number == 0 ? 0 : number).ToString("R", CultureInfo.InvariantCulture);
}
