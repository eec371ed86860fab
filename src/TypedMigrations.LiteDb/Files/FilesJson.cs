using System.Text.Json.Serialization;

namespace TypedMigrations.LiteDb.Files;

/// <summary>The small JSON files beside a database.</summary>
[JsonSourceGenerationOptions(RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(SwapIntent))]
internal sealed partial class FilesJson : JsonSerializerContext;
