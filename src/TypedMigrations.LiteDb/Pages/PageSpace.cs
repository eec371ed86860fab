using System.Buffers.Binary;

namespace TypedMigrations.LiteDb.Pages;

/// <summary>Gives out pages: those that are empty, then new ones at the end of the file.</summary>
internal sealed class PageSpace
{
    private readonly PageWriter _pages;
    private readonly byte[] _header = new byte[LiteDbPage.Size];
    private readonly byte[] _page = new byte[LiteDbPage.Size];
    private readonly long _limit;
    private uint _empty;
    private uint _last;

    public PageSpace(PageWriter pages)
    {
        _pages = pages;
        pages.Read(0, _header);
        var header = new LiteDbPage(_header);
        (_empty, _last) = (header.FreeList, header.LastPage);
        _limit = BinaryPrimitives.ReadInt64LittleEndian(header.From(At.LimitSize));
    }

    /// <summary>Whether so many pages stay below the pragma LIMIT_SIZE.</summary>
    public bool HasRoomFor(int count) => (_last + 1L + count) * LiteDbPage.Size <= _limit;

    public uint New()
    {
        if (_empty == LiteDbPage.None)
            return ++_last;

        var id = _empty;
        _pages.Read(id, _page);
        _empty = new LiteDbPage(_page).Next;
        return id;
    }

    /// <summary>Writes what is left into the header.</summary>
    public void Finish()
    {
        BinaryPrimitives.WriteUInt32LittleEndian(_header.AsSpan(At.EmptyPages), _empty);
        BinaryPrimitives.WriteUInt32LittleEndian(_header.AsSpan(At.LastPage), _last);
        _pages.Write(0, _header);
    }
}
