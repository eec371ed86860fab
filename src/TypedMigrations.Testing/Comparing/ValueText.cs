using System.Collections;
using System.Globalization;

namespace TypedMigrations.Testing.Comparing;

/// <summary>Writes values for messages: short, text in quotes.</summary>
internal static class ValueText
{
    private const int Longest = 60;

    public static string Of(object? value)
    {
        var text = Whole(value);
        return text.Length <= Longest ? text : string.Create(CultureInfo.InvariantCulture, $"{text[..(Longest - 20)]}… ({text.Length:N0} letters)");
    }

    /// <summary>Two values that differ, with their types where they would look alike.</summary>
    public static string Change(object? before, object? after, string now) => Of(before) == Of(after)
        ? $"{Of(before)} ({TypeOf(before)}), {now} {Of(after)} ({TypeOf(after)})"
        : $"{Of(before)}, {now} {Of(after)}";

    private static string Whole(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        bool yes => yes ? "true" : "false",
        byte[] bytes => $"0x{Convert.ToHexString(bytes)}",
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss.fffK", CultureInfo.InvariantCulture),
        IReadOnlyDictionary<string, object?> document => "{" + string.Join(", ", document.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => $"{field.Key}: {Whole(field.Value)}")) + "}",
        Missing => "missing",
        IEnumerable list and not IFormattable => "[" + string.Join(", ", list.Cast<object?>().Select(Whole)) + "]",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static string TypeOf(object? value) => value switch
    {
        int => "int",
        long => "long",
        double => "double",
        decimal => "decimal",
        string => "text",
        _ => value?.GetType().Name ?? "null",
    };
}

/// <summary>Stands for a field that a document does not have, which is not one that holds null.</summary>
internal sealed class Missing
{
    public static readonly Missing Value = new();

    private Missing()
    {
    }
}
