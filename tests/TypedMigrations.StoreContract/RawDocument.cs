using System.Globalization;
using System.Text.Json;

namespace TypedMigrations.StoreContract;

/// <summary>Documents as nested dictionaries, written as JSON with single quotes, so that tests can be read.</summary>
/// <remarks>
/// <c>{'_id': 'a', 'size': 1}</c>. What JSON cannot say has a form of its own: <c>{'$long': 1}</c>, <c>{'$decimal': '1.5'}</c>,
/// <c>{'$date': '2024-01-01T00:00:00Z'}</c>, <c>{'$guid': '…'}</c>, <c>{'$bytes': 'AQI='}</c>.
/// </remarks>
public static class RawDocument
{
    public static IReadOnlyDictionary<string, object?> Parse(string text)
    {
        using var json = JsonDocument.Parse(text.Replace('\'', '"'));
        return (IReadOnlyDictionary<string, object?>)ValueOf(json.RootElement)!;
    }

    /// <summary>The canonical text: fields in the order of their names, for their order in the database does not count.</summary>
    public static string Text(IReadOnlyDictionary<string, object?> document) => TextOf(document);

    private static object? ValueOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.TryGetInt32(out var whole) ? (object)whole : element.GetDouble(),
        JsonValueKind.Array => element.EnumerateArray().Select(ValueOf).ToList(),
        _ => Special(element) ?? element.EnumerateObject().ToDictionary(field => field.Name, field => ValueOf(field.Value)),
    };

    private static object? Special(JsonElement element)
    {
        if (element.EnumerateObject().FirstOrDefault() is not { Value.ValueKind: not JsonValueKind.Undefined } field)
            return null;

        return field.Name switch
        {
            "$long" => field.Value.GetInt64(),
            "$decimal" => decimal.Parse(field.Value.GetString()!, CultureInfo.InvariantCulture),
            "$date" => field.Value.GetDateTime().ToUniversalTime(),
            "$guid" => field.Value.GetGuid(),
            "$bytes" => field.Value.GetBytesFromBase64(),
            _ => null,
        };
    }

    private static string TextOf(object? value) => value switch
    {
        null => "null",
        string text => $"'{text}'",
        bool yes => yes ? "true" : "false",
        int number => number.ToString(CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        long number => string.Create(CultureInfo.InvariantCulture, $"{{'$long': {number}}}"),
        decimal number => string.Create(CultureInfo.InvariantCulture, $"{{'$decimal': '{number}'}}"),
        DateTime time => $"{{'$date': '{time.ToUniversalTime():O}'}}",
        Guid guid => $"{{'$guid': '{guid}'}}",
        byte[] bytes => $"{{'$bytes': '{Convert.ToBase64String(bytes)}'}}",
        IReadOnlyDictionary<string, object?> document => "{" + string.Join(", ", document.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => $"'{field.Key}': {TextOf(field.Value)}")) + "}",
        IEnumerable<object?> list => "[" + string.Join(", ", list.Select(TextOf)) + "]",
        _ => $"{value.GetType().Name} {value}",
    };
}
