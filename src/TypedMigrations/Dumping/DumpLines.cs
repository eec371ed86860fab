using System.Security.Cryptography;
using System.Text.Json;

namespace TypedMigrations.Dumping;

/// <summary>Reads a dump line by line, in memory that only a long line makes grow, and hashes what went by.</summary>
internal sealed class DumpLines(Stream dump) : IDisposable
{
    // A document of LiteDB has at most 16 MB; a text of control characters becomes six times as long.
    private const int LongestLine = 128 * 1024 * 1024;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[] _buffer = new byte[256 * 1024];
    private int _start;
    private int _length;
    private int _next;
    private int _end;

    /// <summary>The number of the line that was read last, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>The line that was read last, without its line break; valid until the next is read.</summary>
    public ReadOnlySpan<byte> Current => _buffer.AsSpan(_start, _length);

    /// <summary>SHA-256 over all lines before the one that was read last, each ending with a line feed, whatever line breaks the text has now.</summary>
    public string HashBefore => Convert.ToHexStringLower(_hash.GetCurrentHash());

    /// <summary>Reads the next line.</summary>
    /// <returns>False at the end.</returns>
    public bool Read()
    {
        if (Number > 0)
        {
            _hash.AppendData(Current);
            _hash.AppendData("\n"u8);
        }

        var searched = _next;
        int feed;
        while ((feed = _buffer.AsSpan(searched, _end - searched).IndexOf((byte)'\n')) < 0)
        {
            var seen = _end - _next;
            if (!Fill())
                return Take(_end, nextLine: _end);
            searched = _next + seen;
        }

        return Take(searched + feed, nextLine: searched + feed + 1);
    }

    /// <summary>Reads the next line as one of the dump's own.</summary>
    /// <exception cref="MigrationException">TM3404: there is none, or it is no JSON object.</exception>
    public JsonElement ReadObject()
    {
        if (!Read())
            throw Broken("the dump ends here, without its closing line: it was cut");
        try
        {
            var reader = new Utf8JsonReader(Current);
            using var line = JsonDocument.ParseValue(ref reader);
            // Throws where something follows.
            reader.Read();
            return line.RootElement.ValueKind == JsonValueKind.Object ? line.RootElement.Clone() : throw Broken("it is no JSON object");
        }
        catch (JsonException exception)
        {
            throw Broken($"it is no JSON at byte {exception.BytePositionInLine + 1:N0}", exception);
        }
    }

    /// <summary>Reads something out of the current line.</summary>
    /// <exception cref="MigrationException">TM3404: it is not there, or of another type.</exception>
    public T Parse<T>(JsonElement line, Func<JsonElement, T> parse)
    {
        try
        {
            return parse(line);
        }
        catch (Exception exception) when (exception is KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw Broken("it does not say all that such a line must say", exception);
        }
    }

    /// <summary>Says that the current line is wrong.</summary>
    /// <param name="why">Why, without a capital and a full stop.</param>
    /// <param name="cause">What was thrown, or null.</param>
    public MigrationException Broken(string why, Exception? cause = null) => At(Number, why, cause);

    /// <summary>Says that an earlier line is wrong.</summary>
    public static MigrationException At(long number, string why, Exception? cause = null) => new(
        new Problem(ErrorCode.DumpBroken, $"Line {number:N0} of the dump is wrong: {why.TrimEnd('.')}.", "Dump the database again, or correct the line if you changed it by hand.", ("line", $"{number:N0}")), cause);

    public void Dispose() => _hash.Dispose();

    private bool Take(int end, int nextLine)
    {
        if (end == _next && nextLine == end)
        {
            _length = 0;
            Number++;
            return false;
        }

        _start = _next;
        // An editor on Windows may have changed the line breaks, or put a mark before the first line.
        if (Number == 0 && _buffer.AsSpan(_start, end - _start).StartsWith("\uFEFF"u8))
            _start += 3;
        _length = end - _start;
        if (_length > 0 && _buffer[end - 1] == '\r')
            _length--;
        _next = nextLine;
        Number++;
        return true;
    }

    private bool Fill()
    {
        if (_next > 0)
            Buffer.BlockCopy(_buffer, _next, _buffer, 0, _end - _next);
        (_end, _next) = (_end - _next, 0);
        if (_end == LongestLine)
            throw At(Number + 1, $"it is longer than {LongestLine:N0} bytes, which no document is");
        if (_end == _buffer.Length)
            Array.Resize(ref _buffer, Math.Min(LongestLine, _buffer.Length * 2));
        var read = dump.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        return read > 0;
    }
}
