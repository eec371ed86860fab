using System.Buffers.Binary;
using LiteDB;

namespace TypedMigrations.LiteDb.Pages;

/// <summary>Takes all documents out of a table, which keeps its indexes. Its pages are given back.</summary>
/// <remarks>LiteDB looks for each document by its key, or keeps all pages of a table in memory while it drops it.</remarks>
internal sealed class TableEmptying
{
    private const int Levels = 32, EndBytes = At.NodeLinks + (Levels * 2 * At.AddressBytes) + 1;

    private readonly PageWriter _pages;
    private readonly byte[] _page = new byte[LiteDbPage.Size];

    private TableEmptying(PageWriter pages) => _pages = pages;

    /// <summary>Empties a table.</summary>
    /// <returns>False where it is not there, or an index of it does not begin as LiteDB makes them: then nothing was changed.</returns>
    public static bool TryEmpty(PageWriter pages, string table, CancellationToken cancellation)
    {
        var header = new byte[LiteDbPage.Size];
        var collection = new byte[LiteDbPage.Size];
        pages.Read(0, header);
        if (DocumentMap.CollectionOf(new LiteDbPage(header), table) is not { } id)
            return false;

        pages.Read(id, collection);
        var indexes = CollectionIndex.Read(collection);
        if (!indexes.TrueForAll(index => index.Head.Page == index.Tail.Page && (index.Head.Slot, index.Tail.Slot) == (0, 1)))
            return false;

        var emptying = new TableEmptying(pages);
        emptying.GiveBack(header, id, indexes.Select(index => index.Head.Page).ToHashSet(), cancellation);
        foreach (var index in indexes)
            emptying.MakeEnds(index, id, collection);
        collection.AsSpan(At.FreeDataPages, FreePages.Lists * sizeof(uint)).Fill(byte.MaxValue);
        pages.Write(id, collection);
        pages.Write(0, header);
        return true;
    }

    /// <summary>Makes all pages of a collection empty but some. The first are the first to be used again.</summary>
    private void GiveBack(byte[] header, uint collection, HashSet<uint> kept, CancellationToken cancellation)
    {
        var first = new LiteDbPage(header).FreeList;
        for (var id = new LiteDbPage(header).LastPage; id > 0; id--)
        {
            cancellation.ThrowIfCancellationRequested();
            _pages.Read(id, _page);
            if (new LiteDbPage(_page) is not { Type: LiteDbPage.Data or LiteDbPage.Index } page || page.Owner != collection || kept.Contains(id))
                continue;
            _pages.Write(id, NewPage.Empty(id, first));
            first = id;
        }

        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(At.EmptyPages), first);
    }

    /// <summary>The page of the two ends of an index, with nothing between them.</summary>
    private void MakeEnds(CollectionIndex index, uint collection, byte[] collectionPage)
    {
        var page = new NewPage(index.Head.Page, LiteDbPage.Index, collection);
        foreach (var (key, level0) in new[] { (BsonType.MinValue, At.NodeLinks + At.AddressBytes), (BsonType.MaxValue, At.NodeLinks) })
        {
            var node = page.Item(page.Add(EndBytes));
            node[..^1].Fill(byte.MaxValue);
            (node[0], node[At.NodeLevels], node[^1]) = (index.Number, Levels, (byte)key);
            (key == BsonType.MinValue ? index.Tail : index.Head).Write(node[level0..]);
        }

        page.SetList(0, LiteDbPage.None);
        _pages.Write(index.Head.Page, page.Sealed());
        BinaryPrimitives.WriteUInt32LittleEndian(collectionPage.AsSpan(index.FreePagesAt), index.Head.Page);
    }
}
