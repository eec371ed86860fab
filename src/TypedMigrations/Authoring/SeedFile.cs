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

    // What is small is read at once, so that its faults are found before anything is inserted.
    private const long MostAtOnce = 1024 * 1024;

    /// <summary>The records of a file: read at once where it is small, and otherwise each time that they are enumerated.</summary>
    public static IEnumerable<TRecord> Read<TRecord>(Assembly assembly, string migrationFolder, string fileName)
    {
        var resources = assembly.GetManifestResourceNames().Where(name =>
            name == $"{migrationFolder}/{fileName}" || name.EndsWith($"/{migrationFolder}/{fileName}", StringComparison.Ordinal)).ToList();
        if (resources.Count > 1)
            throw Refused(migrationFolder, fileName, $"the assembly carries {string.Join(" and ", resources)}; give the migrations names of their own");
        if (resources.Count == 0)
            throw Refused(migrationFolder, fileName, "the assembly does not carry such a file");

        var records = Parse<TRecord>(Open, migrationFolder, fileName);
        using var stream = Open();
        return stream.Length > MostAtOnce ? records : [.. records];

        Stream Open() => assembly.GetManifestResourceStream(resources[0])!;
    }

    /// <summary>Reads the text of a seed's file.</summary>
    /// <param name="open">Opens the file, for each time that the records are enumerated.</param>
    /// <param name="migrationFolder">Its folder, for messages.</param>
    /// <param name="fileName">Its name, for messages.</param>
    /// <exception cref="MigrationException">TM2010: it is no array of such records. Thrown while they are enumerated.</exception>
    public static IEnumerable<TRecord> Parse<TRecord>(Func<Stream> open, string migrationFolder, string fileName)
    {
        var isEmpty = true;
        using (var stream = open())
        {
            using var records = JsonSerializer.DeserializeAsyncEnumerable<TRecord>(stream, Options).ToBlockingEnumerable().GetEnumerator();
            for (; MoveNext(records, migrationFolder, fileName); isEmpty = false)
                yield return records.Current ?? throw Refused(migrationFolder, fileName, "a record is null");
        }

        // A null is read as an array without elements.
        using var again = isEmpty ? open() : null;
        if (again is not null && JsonSerializer.Deserialize<List<TRecord>>(again, Options) is null)
            throw Refused(migrationFolder, fileName, "the file holds null");
    }

    private static bool MoveNext<TRecord>(IEnumerator<TRecord> records, string migrationFolder, string fileName)
    {
        try
        {
            return records.MoveNext();
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
