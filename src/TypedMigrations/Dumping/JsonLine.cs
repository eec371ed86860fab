using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using TypedMigrations.Storing;

namespace TypedMigrations.Dumping;

/// <summary>Writes one line of a dump after the other into the same memory. No line has a line break in it: JSON escapes them.</summary>
internal sealed class JsonLine : IDisposable
{
    // What a human reads is not escaped more than JSON demands: a dump is no web page.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = IDataDocument.DeepestJson, SkipValidation = true };

    private readonly ArrayBufferWriter<byte> _bytes = new(64 * 1024);
    private readonly Utf8JsonWriter _json;

    public JsonLine() => _json = new Utf8JsonWriter(_bytes, Options);

    /// <summary>The bytes of a line, its line feed included, valid until the next is written.</summary>
    public ReadOnlySpan<byte> Of<T>(T content, Action<T, Utf8JsonWriter> write)
    {
        _bytes.ResetWrittenCount();
        _json.Reset();
        write(content, _json);
        _json.Flush();
        _bytes.Write("\n"u8);
        return _bytes.WrittenSpan;
    }

    /// <summary>The bytes of a document's line.</summary>
    public ReadOnlySpan<byte> Of(IDataDocument document) => Of(document, static (document, json) => document.WriteTo(json));

    public void Dispose() => _json.Dispose();
}
