namespace TypedMigrations.LiteDb.Pages;

/// <summary>Reads the documents of a table in the order of their keys, by way of the index on them, as LiteDB does; but in memory that does not grow.</summary>
internal sealed class KeyedDocuments
{
    private readonly TablePages _pages;
    private readonly CollectionIndex _index;
    private readonly PageCache _keys;
    private readonly PageCache _documents;
    private readonly DocumentBlocks _blocks;

    private KeyedDocuments(TablePages pages, CollectionIndex index)
    {
        _pages = pages;
        _index = index;
        _keys = new PageCache(pages.ReadKeys);
        _documents = new PageCache(pages.ReadDocuments);
        _blocks = new DocumentBlocks(pages);
    }

    /// <summary>The documents of a table, each read when it is asked for; none where there is no such table.</summary>
    /// <param name="pages">The pages of the file. No log lies beside them.</param>
    /// <param name="table">The table.</param>
    /// <exception cref="InvalidDataException">A document or its key cannot be read; the message says where.</exception>
    public static IEnumerable<PlacedDocument> Read(PageReader pages, string table) => Of(pages, table) is { } documents ? documents.Read() : [];

    /// <summary>How many documents the keys of a table lead to.</summary>
    /// <exception cref="InvalidDataException">A key cannot be read; the message says where.</exception>
    public static long Count(PageReader pages, string table) => Of(pages, table)?.Addresses().LongCount() ?? 0;

    private static KeyedDocuments? Of(PageReader pages, string table)
    {
        if (DocumentMap.CollectionOf(pages.Read(0), table) is not { } collection)
            return null;
        var index = CollectionIndex.Read(pages.Read(collection).From(0))[0];
        return new KeyedDocuments(new TablePages(pages, collection, table), index);
    }

    private IEnumerable<PlacedDocument> Read()
    {
        foreach (var address in Addresses())
            yield return _blocks.Read(_documents.Read(address.Page), address);
    }

    private IEnumerable<PageAddress> Addresses()
    {
        var read = 0L;
        for (var (_, next) = Node(_index.Head); next != _index.Tail;)
        {
            if (read++ == _pages.MostKeys)
                throw new InvalidDataException($"The keys of table {_pages.Table} have no end.");
            (var document, next) = Node(next);
            yield return document;
        }
    }

    /// <summary>The document that a key leads to, and the key after it.</summary>
    private (PageAddress Document, PageAddress Next) Node(PageAddress address)
    {
        var node = new LiteDbPage(_keys.Read(address.Page)).Slot(address.Slot);
        return node.Length >= At.NodeLinks + (2 * At.AddressBytes)
            ? (PageAddress.Read(node[At.NodeData..]), PageAddress.Read(node[(At.NodeLinks + At.AddressBytes)..]))
            : throw new InvalidDataException($"The key in slot {address.Slot} of page {address.Page}, of table {_pages.Table}, cannot be read.");
    }
}
