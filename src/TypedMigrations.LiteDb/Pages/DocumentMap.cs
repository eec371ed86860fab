using LiteDB;

namespace TypedMigrations.LiteDb.Pages;

/// <summary>Where the documents of each table lie, as the nodes of the indexes on their keys say.</summary>
internal sealed class DocumentMap
{
    private const int SlotOfKeys = 0;

    private readonly Dictionary<string, uint> _collections;
    private readonly HashSet<uint> _owners;

    // Of a large file the pages are many: each takes some bytes here, and none that is copied when another comes.
    private readonly PagesOfDocuments?[] _chunks;

    private DocumentMap(Dictionary<string, uint> collections, long pages)
    {
        _collections = collections;
        _owners = [.. collections.Values];
        _chunks = new PagesOfDocuments?[(pages + PagesOfDocuments.Pages - 1) / PagesOfDocuments.Pages];
    }

    /// <summary>Goes through all pages once.</summary>
    /// <exception cref="InvalidDataException">A page cannot be read, or keys of two tables lead to it.</exception>
    public static DocumentMap Read(PageReader pages, CancellationToken cancellation)
    {
        var map = new DocumentMap(CollectionsOf(pages.Read(0)), pages.Count);
        for (var index = 1L; index < pages.Count; index++)
        {
            cancellation.ThrowIfCancellationRequested();
            // What LiteDB left behind of a collection that is gone leads anywhere.
            if (pages.Read(index) is { Type: LiteDbPage.Index } page && map._owners.Contains(page.Owner))
                map.Add(page);
        }

        return map;
    }

    /// <summary>The names of all tables.</summary>
    public IEnumerable<string> Tables => _collections.Keys;

    /// <summary>The page of a collection, after which its other pages are named; 0 where there is no such table.</summary>
    public uint CollectionOf(string table) => _collections.GetValueOrDefault(table);

    /// <summary>The pages in which documents of a table begin, in their order, each with their slots.</summary>
    public IEnumerable<(uint Page, Slots Slots)> PagesOf(string table)
    {
        var collection = CollectionOf(table);
        if (collection == 0)
            yield break;
        for (var chunk = 0; chunk < _chunks.Length; chunk++)
        {
            for (var page = 0; _chunks[chunk] is { } pages && page < PagesOfDocuments.Pages; page++)
            {
                if (pages.CollectionOf(page) == collection)
                    yield return ((uint)((chunk * PagesOfDocuments.Pages) + page), pages.SlotsOf(page));
            }
        }
    }

    /// <summary>How many documents a table has.</summary>
    public long Count(string table) => PagesOf(table).Sum(page => (long)page.Slots.Count);

    /// <summary>The pages of all collections, by their names.</summary>
    public static Dictionary<string, uint> CollectionsOf(LiteDbPage header) =>
        NamesOf(header).ToDictionary(pair => pair.Key, pair => (uint)pair.Value.AsInt32, StringComparer.OrdinalIgnoreCase);

    /// <summary>The page of a collection; null where there is none of the name.</summary>
    public static uint? CollectionOf(LiteDbPage header, string table) => NamesOf(header).TryGetValue(table, out var page) ? (uint)page.AsInt32 : null;

    private static BsonDocument NamesOf(LiteDbPage header) => BsonSerializer.Deserialize(header.Collections.ToArray());

    /// <summary>IndexNode: slot of the index, levels, page and slot of the data block. Only head and tail have none.</summary>
    private void Add(LiteDbPage page)
    {
        for (var slot = 0; slot <= page.HighestSlot && page.HighestSlot != byte.MaxValue; slot++)
        {
            var node = page.Slot(slot);
            if (node.IsEmpty || node[0] != SlotOfKeys)
                continue;
            var document = PageAddress.Read(node[At.NodeData..]);
            if (!document.IsNone)
                Add(document, page.Owner);
        }
    }

    private void Add(PageAddress document, uint collection)
    {
        var chunk = document.Page / PagesOfDocuments.Pages;
        if (chunk >= _chunks.Length)
            throw new InvalidDataException($"Page {document.Page}, to which a key leads, is missing.");
        if (!(_chunks[chunk] ??= new PagesOfDocuments()).TryAdd((int)(document.Page % PagesOfDocuments.Pages), document.Slot, collection))
            throw new InvalidDataException($"Keys of two tables lead to page {document.Page}.");
    }
}
