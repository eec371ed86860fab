using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TypedMigrations;

/// <summary>Reads a seed's JSON file from the module's assembly, which carries it as a resource.</summary>
internal static class SeedFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        NumberHandling = JsonNumberHandling.Strict,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        Converters = { new JsonStringEnumConverter(), new UntypedValueConverter() },
    };

    public static IReadOnlyList<TRecord> Read<TRecord>(Assembly assembly, string migrationFolder, string fileName)
    {
        var resources = assembly.GetManifestResourceNames().Where(name =>
            name == $"{migrationFolder}/{fileName}" || name.EndsWith($"/{migrationFolder}/{fileName}", StringComparison.Ordinal)).ToList();
        if (resources.Count > 1)
            throw Refused(migrationFolder, fileName, $"the assembly carries {string.Join(" and ", resources)}; give the migrations names of their own");
        using var stream = resources.Count == 0 ? null : assembly.GetManifestResourceStream(resources[0]);
        if (stream is null)
            throw Refused(migrationFolder, fileName, "the assembly does not carry such a file");

        return Parse<TRecord>(stream, migrationFolder, fileName);
    }

    /// <summary>Reads the text of a seed's file.</summary>
    /// <exception cref="MigrationException">TM2010: it is no array of such records.</exception>
    public static IReadOnlyList<TRecord> Parse<TRecord>(Stream stream, string migrationFolder, string fileName)
    {
        try
        {
            var records = JsonSerializer.Deserialize<List<TRecord?>>(stream, Options) ?? throw Refused(migrationFolder, fileName, "the file holds null");
            return [.. records.Select(record => record ?? throw Refused(migrationFolder, fileName, "a record is null"))];
        }
        catch (JsonException exception)
        {
            throw Refused(migrationFolder, fileName, exception.Message, exception);
        }
    }

    private static MigrationException Refused(string folder, string fileName, string reason, Exception? cause = null) => new(
        new Problem(ErrorCode.SeedFileUnreadable, $"Seed file {fileName} of {folder} cannot be read.",
            "Put a JSON array of objects, one a record and with the record's property names, into the migration's folder.",
            ("reason", reason)),
        cause);

    /// <summary>Reads an untyped value as text, whole number, fraction, bool, null, list or map rather than as a JSON element.</summary>
    private sealed class UntypedValueConverter : JsonConverter<object?>
    {
        public override object? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
        {
            JsonTokenType.Null => null,
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.Number when reader.TryGetInt32(out var small) => small,
            JsonTokenType.Number when reader.TryGetInt64(out var large) => large,
            JsonTokenType.Number => reader.GetDouble(),
            JsonTokenType.StartArray => JsonSerializer.Deserialize<List<object?>>(ref reader, options),
            _ => JsonSerializer.Deserialize<Dictionary<string, object?>>(ref reader, options),
        };

        public override void Write(Utf8JsonWriter writer, object? value, JsonSerializerOptions options) =>
            throw new NotSupportedException("Seeds are only read.");
    }
}
