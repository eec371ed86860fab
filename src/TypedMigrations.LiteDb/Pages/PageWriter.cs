using System.Buffers.Binary;
using LiteDB.Engine;
using TypedMigrations.LiteDb.Files;

namespace TypedMigrations.LiteDb.Pages;

/// <summary>Writes pages of a copy that nobody else has open, and whose log is empty.</summary>
internal sealed class PageWriter : IDisposable
{
    private readonly Stream _pages;
    private readonly Stream _owned;
    private readonly Lock _gate;
    private readonly byte[] _patched = new byte[LiteDbPage.Size];

    /// <param name="stream">The file, which this closes.</param>
    /// <param name="password">Its password; null for a plain one.</param>
    /// <param name="gate">What keeps pages from being read by halves.</param>
    public PageWriter(Stream stream, string? password, Lock gate)
    {
        _owned = stream;
        _gate = gate;
        var kept = new KeptOpen(stream);
        // LiteDB brings an encrypted file to the disk whenever it is opened: once, before the swap, is enough.
        _pages = password is null ? kept : new AesStream(password, kept);
    }

    /// <summary>Reads a page into a buffer of its size.</summary>
    public void Read(uint id, byte[] page)
    {
        Seek(id);
        _pages.ReadExactly(page, 0, LiteDbPage.Size);
    }

    public void Write(uint id, byte[] page)
    {
        lock (_gate)
        {
            Seek(id);
            _pages.Write(page, 0, LiteDbPage.Size);
        }
    }

    /// <summary>Writes the id of another page into a page.</summary>
    public void Link(uint id, int offset, uint to)
    {
        Read(id, _patched);
        BinaryPrimitives.WriteUInt32LittleEndian(_patched.AsSpan(offset), to);
        Write(id, _patched);
    }

    public void Dispose()
    {
        _pages.Dispose();
        _owned.Dispose();
    }

    private void Seek(uint id) => _pages.Position = id * (long)LiteDbPage.Size;
}
