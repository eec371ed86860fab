using System.Text.Json;

namespace TypedMigrations.Dumping;

/// <summary>The first line of a dump.</summary>
internal sealed record DumpHeader(string Store, IReadOnlyDictionary<string, string> Settings)
{
    public const int Version = 1;

    private const string Format = "TypedMigrations";

    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("$dump", Format);
        json.WriteNumber("version", Version);
        json.WriteString("store", Store);
        json.WriteStartObject("settings");
        foreach (var (name, value) in Settings)
            json.WriteString(name, value);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>The version that a line says it is of; null where it is no first line of a dump.</summary>
    public static int? VersionOf(JsonElement line) =>
        line.TryGetProperty("$dump", out var format) && format.ValueEquals(Format) && line.TryGetProperty("version", out var version) ? version.GetInt32() : null;

    public static DumpHeader Parse(JsonElement line) => new(
        line.GetProperty("store").GetString()!,
        line.GetProperty("settings").EnumerateObject().ToDictionary(setting => setting.Name, setting => setting.Value.GetString()!, StringComparer.Ordinal));
}
