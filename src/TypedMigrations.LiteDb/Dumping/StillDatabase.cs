using LiteDB.Engine;
using TypedMigrations.LiteDb.Copying;
using TypedMigrations.LiteDb.Documents;
using TypedMigrations.LiteDb.Files;
using TypedMigrations.LiteDb.Opening;
using TypedMigrations.LiteDb.Pages;

namespace TypedMigrations.LiteDb.Dumping;

/// <summary>A database that nobody changes, on its streams: opened as often as wanted, and never written.</summary>
internal sealed class StillDatabase : IDisposable
{
    private readonly Stream _data;
    private readonly Stream? _log;
    private readonly IDisposable? _held;
    private LiteEngine? _engine;

    /// <param name="data">The data file, which stays open.</param>
    /// <param name="log">The log, which stays open; null where there is none.</param>
    /// <param name="password">The password; null for a plain database.</param>
    /// <param name="held">What keeps others from changing it, disposed with this; null where somebody else does.</param>
    public StillDatabase(Stream data, Stream? log, string? password, IDisposable? held = null)
    {
        _data = Pages(data, password);
        _log = log is null || log.Length < LiteDbPage.Size ? null : Pages(log, password);
        _held = held;
    }

    /// <summary>The documents of a table in the order of their keys, times as UTC, each read when it is asked for.</summary>
    public IEnumerable<LiteDbDocument> Documents(string table, CancellationToken cancellation) => _log is null ? FromPages(table) : ByLiteDb(table, cancellation);

    /// <summary>Reads with an engine that knows the real settings.</summary>
    public T Read<T>(Func<LiteEngine, T> read)
    {
        using var engine = new CarefulEngine(Settings(pages => new KeptOpen(pages)));
        return read(engine);
    }

    public void Dispose()
    {
        Close();
        _held?.Dispose();
    }

    private IEnumerable<LiteDbDocument> FromPages(string table)
    {
        using var pages = PageReader.Open(new KeptOpen(_data), password: null);
        foreach (var (document, bytes, _, _) in KeyedDocuments.Read(pages, table))
            yield return new LiteDbDocument(document, bytes);
    }

    /// <summary>What lies in a log, LiteDB alone finds.</summary>
    private IEnumerable<LiteDbDocument> ByLiteDb(string table, CancellationToken cancellation)
    {
        var bytes = 0L;
        foreach (var document in TableReader.Stream(() => _engine ??= new CarefulEngine(Settings(pages => new UtcView(pages))), Close, table, () => bytes, cancellation))
        {
            var size = BsonSize.Of(document);
            bytes += size;
            yield return new LiteDbDocument(document, size);
        }
    }

    // LiteDB's page cache never shrinks while an engine is open.
    private void Close()
    {
        _engine?.Dispose();
        _engine = null;
    }

    private EngineSettings Settings(Func<Stream, Stream> view) => new() { DataStream = view(_data), LogStream = _log is null ? new MemoryStream() : view(_log), ReadOnly = true };

    // Decrypted here and not by LiteDB, which would see the header as it is.
    private static Stream Pages(Stream stream, string? password)
    {
        Stream still = stream is FileStream file ? new ReadOnlyView(file) : new KeptOpen(stream);
        return password is null ? still : new AesStream(password, still);
    }
}
