using System.Buffers.Binary;

namespace TypedMigrations.LiteDb.Pages;

/// <summary>The lists in which LiteDB keeps the pages of a collection by how much is free in them. It takes the first page of a list without another look.</summary>
/// <remarks>What Snapshot.AddOrRemoveFreeDataList of LiteDB does.</remarks>
/// <param name="pages">The pages of the copy.</param>
/// <param name="collection">The page of the collection.</param>
internal sealed class FreePages(PageWriter pages, uint collection)
{
    private const byte NoList = byte.MaxValue;

    // DataPage: a page is in the first list whose bytes are free in it, or in the last.
    private static readonly int[] LeastFree = [7344, 6120, 4896, 2448];

    /// <summary>How many lists there are.</summary>
    public const int Lists = 5;

    private readonly byte[] _page = new byte[LiteDbPage.Size];
    private readonly byte[] _collection = new byte[LiteDbPage.Size];

    /// <summary>Whether a page is in the list to which its free bytes belong.</summary>
    public static bool IsRight(ReadOnlySpan<byte> page) => page[At.FreeList] == ListFor(page);

    /// <summary>Moves a page to the list to which it belongs.</summary>
    public void Move(uint id)
    {
        pages.Read(id, _page);
        if (IsRight(_page))
            return;
        var (from, to) = (_page[At.FreeList], ListFor(_page));
        if (from != NoList)
            TakeOut(id, from);
        PutIn(id, to);
        _page[At.FreeList] = to;
        pages.Write(id, _page);
    }

    private void TakeOut(uint id, byte list)
    {
        var (previous, next) = (UInt(_page, At.Previous), UInt(_page, At.Next));
        if (previous != LiteDbPage.None)
            pages.Link(previous, At.Next, next);
        if (next != LiteDbPage.None)
            pages.Link(next, At.Previous, previous);
        if (First(list) == id)
            pages.Link(collection, At.FreeDataPages + (list * sizeof(uint)), next);
    }

    private void PutIn(uint id, byte list)
    {
        var first = First(list);
        if (first != LiteDbPage.None)
            pages.Link(first, At.Previous, id);
        BinaryPrimitives.WriteUInt32LittleEndian(_page.AsSpan(At.Previous), LiteDbPage.None);
        BinaryPrimitives.WriteUInt32LittleEndian(_page.AsSpan(At.Next), first);
        pages.Link(collection, At.FreeDataPages + (list * sizeof(uint)), id);
    }

    private uint First(byte list)
    {
        pages.Read(collection, _collection);
        return UInt(_collection, At.FreeDataPages + (list * sizeof(uint)));
    }

    /// <summary>The list of a page in which so many bytes are free.</summary>
    public static byte ListFor(int free)
    {
        var list = Array.FindIndex(LeastFree, least => free >= least);
        return (byte)(list < 0 ? LeastFree.Length : list);
    }

    private static byte ListFor(ReadOnlySpan<byte> page) => ListFor(page[At.Items] == byte.MaxValue
        ? 0
        : LiteDbPage.Size - At.Content - BinaryPrimitives.ReadUInt16LittleEndian(page[At.UsedBytes..]) - ((page[At.HighestSlot] + 1) * At.SlotBytes));

    private static uint UInt(ReadOnlySpan<byte> page, int offset) => BinaryPrimitives.ReadUInt32LittleEndian(page[offset..]);
}
