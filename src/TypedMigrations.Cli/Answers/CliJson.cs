using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TypedMigrations.Cli.Answers;

/// <summary>The JSON of all answers. Its code is generated at build time, which spares the start of the process.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, WriteIndented = true, NewLine = "\n", DefaultIgnoreCondition = JsonIgnoreCondition.Never)]
[JsonSerializable(typeof(Envelope))]
[JsonSerializable(typeof(ListAnswer))]
[JsonSerializable(typeof(StatusAnswer))]
[JsonSerializable(typeof(ConfigAnswer))]
[JsonSerializable(typeof(PlanAnswer))]
[JsonSerializable(typeof(RunAnswer))]
[JsonSerializable(typeof(CheckAnswer))]
[JsonSerializable(typeof(BackupsAnswer))]
[JsonSerializable(typeof(RestoreAnswer))]
[JsonSerializable(typeof(RestorePlanAnswer))]
[JsonSerializable(typeof(NewAnswer))]
[JsonSerializable(typeof(RebaseAnswer))]
internal sealed partial class CliJson : JsonSerializerContext
{
    // For people and jq, not for web pages: é stays é.
    private static readonly Lazy<CliJson> Readable = new(() => new CliJson(new JsonSerializerOptions(Default!.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));

    public static string Write(Envelope envelope) => JsonSerializer.Serialize(envelope, Readable.Value.Envelope);
}
