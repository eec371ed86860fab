using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TypedMigrations.Cli.Answers;

/// <summary>The JSON of all answers. Its code is generated at build time, which spares the start of the process.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n", DefaultIgnoreCondition = JsonIgnoreCondition.Never)]
[JsonSerializable(typeof(Envelope))]
[JsonSerializable(typeof(ListAnswer))]
[JsonSerializable(typeof(StatusAnswer))]
[JsonSerializable(typeof(ConfigAnswer))]
[JsonSerializable(typeof(CompletionAnswer))]
[JsonSerializable(typeof(PlanAnswer))]
[JsonSerializable(typeof(RunAnswer))]
[JsonSerializable(typeof(CheckAnswer))]
[JsonSerializable(typeof(BackupsAnswer))]
[JsonSerializable(typeof(RestoreAnswer))]
[JsonSerializable(typeof(MadeBackupAnswer))]
[JsonSerializable(typeof(CreateAnswer))]
[JsonSerializable(typeof(DropAnswer))]
[JsonSerializable(typeof(AuditAnswer))]
[JsonSerializable(typeof(AuditEventAnswer))]
[JsonSerializable(typeof(WaitAnswer))]
[JsonSerializable(typeof(DumpAnswer))]
[JsonSerializable(typeof(LoadAnswer))]
[JsonSerializable(typeof(DiffAnswer))]
[JsonSerializable(typeof(SeedAnswer))]
[JsonSerializable(typeof(BaselineAnswer))]
[JsonSerializable(typeof(NewAnswer))]
[JsonSerializable(typeof(RebaseAnswer))]
[JsonSerializable(typeof(FreezeAnswer))]
[JsonSerializable(typeof(SquashAnswer))]
internal sealed partial class CliJson : JsonSerializerContext
{
    private static readonly Lazy<CliJson> Readable = new(() => new CliJson(new JsonSerializerOptions(Default!.Options)
    {
        // For people and jq, not for web pages: é stays é.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    }));

    private static readonly Lazy<CliJson> OnOneLine = new(() => new CliJson(new JsonSerializerOptions(ReadableOptions) { WriteIndented = false }));

    /// <summary>How answers are written.</summary>
    public static JsonSerializerOptions ReadableOptions => Readable.Value.Options;

    /// <summary>An event on a line of its own.</summary>
    public static string Line(AuditEventAnswer item) => JsonSerializer.Serialize(item, OnOneLine.Value.AuditEventAnswer);

    public static string Write(Envelope envelope) => JsonSerializer.Serialize(envelope, Readable.Value.Envelope);
}
