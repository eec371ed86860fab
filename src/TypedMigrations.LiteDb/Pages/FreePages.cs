using System.Buffers.Binary;

namespace TypedMigrations.LiteDb.Pages;

/// <summary>The lists in which LiteDB keeps the pages of a collection by how much is free in them. It takes the first page of a list without another look.</summary>
/// <remarks>What Snapshot.AddOrRemoveFreeDataList of LiteDB does.</remarks>
/// <param name="pages">The pages of the copy.</param>
/// <param name="collection">The page of the collection.</param>
internal sealed class FreePages(PageWriter pages, uint collection)
{
    private const int HeaderBytes = 32, SlotBytes = 4;
    private const int Previous = 5, Next = 9, ListOfPage = 13, Items = 23, UsedBytes = 24, HighestSlot = 30;
    private const int Lists = 32;
    private const byte NoList = byte.MaxValue;

    // DataPage: a page is in the first list whose bytes are free in it, or in the last.
    private static readonly int[] LeastFree = [7344, 6120, 4896, 2448];

    private readonly byte[] _page = new byte[LiteDbPage.Size];
    private readonly byte[] _collection = new byte[LiteDbPage.Size];

    /// <summary>Whether a page is in the list to which its free bytes belong.</summary>
    public static bool IsRight(ReadOnlySpan<byte> page) => page[ListOfPage] == ListFor(page);

    /// <summary>Moves a page to the list to which it belongs.</summary>
    public void Move(uint id)
    {
        pages.Read(id, _page);
        if (IsRight(_page))
            return;
        var (from, to) = (_page[ListOfPage], ListFor(_page));
        if (from != NoList)
            TakeOut(id, from);
        PutIn(id, to);
        _page[ListOfPage] = to;
        pages.Write(id, _page);
    }

    private void TakeOut(uint id, byte list)
    {
        var (previous, next) = (UInt(_page, Previous), UInt(_page, Next));
        if (previous != LiteDbPage.None)
            pages.Link(previous, Next, next);
        if (next != LiteDbPage.None)
            pages.Link(next, Previous, previous);
        if (First(list) == id)
            pages.Link(collection, Lists + (list * sizeof(uint)), next);
    }

    private void PutIn(uint id, byte list)
    {
        var first = First(list);
        if (first != LiteDbPage.None)
            pages.Link(first, Previous, id);
        BinaryPrimitives.WriteUInt32LittleEndian(_page.AsSpan(Previous), LiteDbPage.None);
        BinaryPrimitives.WriteUInt32LittleEndian(_page.AsSpan(Next), first);
        pages.Link(collection, Lists + (list * sizeof(uint)), id);
    }

    private uint First(byte list)
    {
        pages.Read(collection, _collection);
        return UInt(_collection, Lists + (list * sizeof(uint)));
    }

    private static byte ListFor(ReadOnlySpan<byte> page)
    {
        var free = page[Items] == byte.MaxValue ? 0 : LiteDbPage.Size - HeaderBytes - BinaryPrimitives.ReadUInt16LittleEndian(page[UsedBytes..]) - ((page[HighestSlot] + 1) * SlotBytes);
        var list = Array.FindIndex(LeastFree, least => free >= least);
        return (byte)(list < 0 ? LeastFree.Length : list);
    }

    private static uint UInt(ReadOnlySpan<byte> page, int offset) => BinaryPrimitives.ReadUInt32LittleEndian(page[offset..]);
}
