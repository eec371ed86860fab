using System.Text.Json;

namespace TypedMigrations.LiteDb.Dumping;

/// <summary>Reads names of fields, of which a table has few: each becomes one string as long as no other takes its place.</summary>
internal sealed class FieldNames
{
    private const int Places = 512;

    private readonly string?[] _names = new string?[Places];

    /// <exception cref="FormatException">LiteDB cannot keep the name.</exception>
    public string Read(ref Utf8JsonReader reader)
    {
        var hash = new HashCode();
        hash.AddBytes(reader.ValueSpan);
        ref var name = ref _names[(uint)hash.ToHashCode() % Places];
        return name is not null && reader.ValueTextEquals(name) ? name : name = Check(reader.GetString()!);
    }

    // LiteDB ends names with a zero. The key it writes twice where its name has other letters.
    private static string Check(string name) => name.Contains('\0', StringComparison.Ordinal) ? throw new FormatException("the name of a field has a zero character in it")
        : string.Equals(name, "_id", StringComparison.OrdinalIgnoreCase) && name != "_id" ? throw new FormatException($"the key is named {name} instead of _id")
        : name;
}
