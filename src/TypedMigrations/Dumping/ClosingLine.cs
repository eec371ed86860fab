using System.Text.Json;

namespace TypedMigrations.Dumping;

/// <summary>The last line of a dump, without which it was cut.</summary>
/// <param name="Tables">How many tables came before.</param>
/// <param name="Documents">How many documents.</param>
/// <param name="Hash">SHA-256 over all lines before, as 64 hexadecimal digits; null in a dump whose author changed it by hand and took the hash out.</param>
internal sealed record ClosingLine(int Tables, long Documents, string? Hash)
{
    private const string Name = "$end";

    public static bool Is(JsonElement line) => line.TryGetProperty(Name, out _);

    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteBoolean(Name, true);
        json.WriteNumber("tables", Tables);
        json.WriteNumber("documents", Documents);
        json.WriteString("sha256", Hash);
        json.WriteEndObject();
    }

    public static ClosingLine Parse(JsonElement line)
    {
        var hash = line.TryGetProperty("sha256", out var value) ? value.GetString() : null;
        // A misspelled hash must not pass for one that was taken out.
        return line.EnumerateObject().Count() == (hash is null ? 3 : 4)
            ? new ClosingLine(line.GetProperty("tables").GetInt32(), line.GetProperty("documents").GetInt64(), hash)
            : throw new FormatException("The closing line says more than it should.");
    }
}
