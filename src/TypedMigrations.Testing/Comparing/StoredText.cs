using System.Globalization;

namespace TypedMigrations.Testing.Comparing;

/// <summary>Writes stored values as text that is equal exactly where they are: type and value, whatever the order of fields.</summary>
internal static class StoredText
{
    public static string Of(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"",
        byte[] bytes => $"bytes {Convert.ToHexString(bytes)}",
        double number => string.Create(CultureInfo.InvariantCulture, $"double {BitConverter.DoubleToInt64Bits(number)}"),
        DateTime time => string.Create(CultureInfo.InvariantCulture, $"time {time.Ticks}"),
        IReadOnlyDictionary<string, object?> document =>
            "{" + string.Join(",", document.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => $"{Of(field.Key)}:{Of(field.Value)}")) + "}",
        IReadOnlyList<object?> list => "[" + string.Join(",", list.Select(Of)) + "]",
        _ => string.Create(CultureInfo.InvariantCulture, $"{value.GetType().Name} {value}"),
    };

    public static bool AreEqual(object? first, object? second) => (first, second) switch
    {
        (null, null) => true,
        (null, _) or (_, null) => false,
        (string one, string other) => string.Equals(one, other, StringComparison.Ordinal),
        _ => first.GetType() == second.GetType() || (first is IReadOnlyDictionary<string, object?> && second is IReadOnlyDictionary<string, object?>) || (first is IReadOnlyList<object?> && second is IReadOnlyList<object?>)
            ? Of(first) == Of(second) : false,
    };
}
