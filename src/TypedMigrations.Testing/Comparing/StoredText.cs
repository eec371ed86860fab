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

    /// <summary>Whether two stored values are equal, in type and value. It is as if their texts were compared, but fast.</summary>
    public static bool AreEqual(object? first, object? second) => (first, second) switch
    {
        (null, null) => true,
        (null, _) or (_, null) => false,
        (string one, string other) => string.Equals(one, other, StringComparison.Ordinal),
        (IReadOnlyDictionary<string, object?> one, IReadOnlyDictionary<string, object?> other) =>
            one.Count == other.Count && one.All(field => other.TryGetValue(field.Key, out var value) && AreEqual(field.Value, value)),
        (IReadOnlyList<object?> one, IReadOnlyList<object?> other) => one.Count == other.Count && !one.Where((element, i) => !AreEqual(element, other[i])).Any(),
        (int or long or bool or Guid or DateTime, _) => first.Equals(second),
        _ => first.GetType() == second.GetType() && Of(first) == Of(second),
    };
}
