using System.Security.Cryptography;
using System.Text.Json;
using TypedMigrations.Storing;

namespace TypedMigrations.Dumping;

/// <summary>Writes the lines of a dump, and hashes them for the last one.</summary>
internal sealed class DumpWriter(Stream output) : IDisposable
{
    private readonly BufferedStream _output = new(output, bufferSize: 128 * 1024);
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly JsonLine _line = new();
    private int _tables;
    private long _documents;

    public long Bytes { get; private set; }

    public void Begin(DumpHeader header) => Append(_line.Of(header, static (header, json) => header.WriteTo(json)));

    public void Begin(DataTable table)
    {
        Append(_line.Of(table, TableLine.Write));
        _tables++;
    }

    public void Add(IDataDocument document)
    {
        Append(_line.Of(document));
        _documents++;
    }

    /// <summary>Writes the last line. The stream stays open.</summary>
    public void End()
    {
        var closing = new ClosingLine(_tables, _documents, Convert.ToHexStringLower(_hash.GetHashAndReset()));
        Append(_line.Of(closing, static (closing, json) => closing.WriteTo(json)));
        _output.Flush();
    }

    public void Dispose()
    {
        _hash.Dispose();
        _line.Dispose();
    }

    private void Append(ReadOnlySpan<byte> line)
    {
        _hash.AppendData(line);
        _output.Write(line);
        Bytes += line.Length;
    }
}
