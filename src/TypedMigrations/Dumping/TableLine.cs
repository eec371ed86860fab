using System.Text.Json;
using TypedMigrations.Storing;

namespace TypedMigrations.Dumping;

/// <summary>The line of a dump that begins a table.</summary>
internal static class TableLine
{
    private const string Name = "$table";

    public static bool Is(JsonElement line) => line.TryGetProperty(Name, out _);

    public static void Write(DataTable table, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString(Name, table.Name);
        if (table.IsOwn)
            json.WriteBoolean("journal", true);
        json.WriteNumber("documents", table.Documents);
        json.WriteStartArray("indexes");
        foreach (var index in table.Indexes)
        {
            json.WriteStartObject();
            json.WriteString("name", index.Name);
            json.WriteString("on", index.On);
            json.WriteBoolean("unique", index.IsUnique);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static DataTable Parse(JsonElement line) => new(
        line.GetProperty(Name).GetString()!,
        line.TryGetProperty("journal", out var isOwn) && isOwn.GetBoolean(),
        line.GetProperty("documents").GetInt64(),
        [.. line.GetProperty("indexes").EnumerateArray().Select(index => new DataIndex(
            index.GetProperty("name").GetString()!, index.GetProperty("on").GetString()!, index.GetProperty("unique").GetBoolean()))]);
}
