using LiteDB.Engine;
using TypedMigrations.LiteDb.Files;

namespace TypedMigrations.LiteDb.Pages;

/// <summary>Reads the pages of a data file or a log, encrypted or not, without writing to it.</summary>
internal sealed class PageReader : IDisposable
{
    private const int SaltLength = 16;
    private readonly Stream _stream;
    private readonly IDisposable? _owned;
    private readonly Lock _gate;
    private readonly byte[] _page = new byte[LiteDbPage.Size];

    private PageReader(Stream stream, long count, bool isEncrypted, IDisposable? owned = null, Lock? gate = null)
    {
        _stream = stream;
        Count = count;
        IsEncrypted = isEncrypted;
        _owned = owned;
        _gate = gate ?? new Lock();
    }

    /// <summary>How many whole pages there are.</summary>
    public long Count { get; }

    /// <summary>Whether the pages are encrypted.</summary>
    public bool IsEncrypted { get; }

    /// <summary>Reads a database of our own.</summary>
    /// <param name="pages">Its pages, which this closes.</param>
    /// <param name="password">Its password; null for a plain one.</param>
    /// <param name="owned">What else is disposed with this.</param>
    /// <param name="gate">What keeps a page that is written meanwhile from being read by halves; null where none is.</param>
    public static PageReader Open(Stream pages, string? password, IDisposable? owned = null, Lock? gate = null) => password is null
        ? new PageReader(pages, pages.Length / LiteDbPage.Size, isEncrypted: false, owned, gate)
        : new PageReader(new AesStream(password, pages), (pages.Length / LiteDbPage.Size) - 1, isEncrypted: true, owned, gate);

    /// <summary>Reads a file as it is.</summary>
    public static PageReader Plain(FileStream file) => new(new ReadOnlyView(file), file.Length / LiteDbPage.Size, isEncrypted: false);

    /// <summary>Reads an encrypted file, whose first page is not counted: it holds the salt.</summary>
    /// <returns>The reader, or null where the password or the first page is wrong.</returns>
    public static PageReader? TryDecrypt(FileStream file, string password)
    {
        if (file.Length < LiteDbPage.Size || !HasFinishedSalt(file))
            return null;

        try
        {
            return new PageReader(new AesStream(password, new ReadOnlyView(file)), (file.Length / LiteDbPage.Size) - 1, isEncrypted: true);
        }
        catch (LiteDB.LiteException)
        {
            return null;
        }
    }

    /// <summary>The first page of an encrypted file: a 1, the salt, 32 encrypted ones that prove the password, nothing else.</summary>
    public static bool LooksEncrypted(ReadOnlySpan<byte> start) =>
        start is [1, ..] && (start.Length <= 64 || start[64..Math.Min(start.Length, LiteDbPage.Size)].IndexOfAnyExcept((byte)0) < 0);

    /// <summary>A page, valid until the next is read.</summary>
    public LiteDbPage Read(long index)
    {
        Read(index, _page);
        return new LiteDbPage(_page);
    }

    /// <summary>Reads a page into a buffer of its size.</summary>
    public void Read(long index, byte[] page)
    {
        int read;
        lock (_gate)
        {
            _stream.Position = index * LiteDbPage.Size;
            read = _stream.ReadAtLeast(page, LiteDbPage.Size, throwOnEndOfStream: false);
        }

        if (read < LiteDbPage.Size)
            throw new EndOfStreamException($"Page {index} ends after {read} bytes.");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stream.Dispose();
        _owned?.Dispose();
    }

    /// <summary>Where the proof of the password is missing, LiteDB would write one: its making was cut.</summary>
    private static bool HasFinishedSalt(FileStream file)
    {
        Span<byte> start = stackalloc byte[64];
        RandomAccess.Read(file.SafeFileHandle, start, fileOffset: 0);
        return start[0] == 1 && start[(SaltLength * 2)..].IndexOfAnyExcept((byte)0) >= 0;
    }
}
