using System.Runtime.InteropServices;
using LiteDB;

namespace TypedMigrations.LiteDb.Pages;

/// <summary>Where the documents of each table lie, as the nodes of the indexes on their keys say.</summary>
internal sealed class DocumentMap
{
    private const int SlotOfKeys = 0;

    private readonly Dictionary<string, uint> _collections;
    private readonly Dictionary<uint, Dictionary<uint, Slots>> _documents = [];

    private DocumentMap(Dictionary<string, uint> collections) => _collections = collections;

    /// <summary>Goes through all pages once.</summary>
    /// <exception cref="InvalidDataException">A page cannot be read.</exception>
    public static DocumentMap Read(PageReader pages, CancellationToken cancellation)
    {
        var map = new DocumentMap(CollectionsOf(pages.Read(0)));
        for (var index = 1L; index < pages.Count; index++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (pages.Read(index) is { Type: LiteDbPage.Index } page)
                map.Add(page);
        }

        return map;
    }

    /// <summary>The names of all tables.</summary>
    public IEnumerable<string> Tables => _collections.Keys;

    /// <summary>The page of a collection, after which its other pages are named, and its documents by the pages in which they begin.</summary>
    public (uint Collection, IReadOnlyDictionary<uint, Slots> Documents) Of(string table) =>
        _collections.TryGetValue(table, out var collection) && _documents.TryGetValue(collection, out var documents) ? (collection, documents) : (0, new Dictionary<uint, Slots>());

    /// <summary>How many documents a table has.</summary>
    public long Count(string table) => Of(table).Documents.Values.Sum(slots => (long)slots.Count);

    /// <summary>IndexNode: slot of the index, levels, page and slot of the data block. Only head and tail have none.</summary>
    private void Add(LiteDbPage page)
    {
        ref var documents = ref CollectionsMarshal.GetValueRefOrAddDefault(_documents, page.Owner, out _);
        documents ??= [];
        for (var slot = 0; slot <= page.HighestSlot && page.HighestSlot != byte.MaxValue; slot++)
        {
            var node = page.Slot(slot);
            if (node.IsEmpty || node[0] != SlotOfKeys)
                continue;
            var document = PageAddress.Read(node[At.NodeData..]);
            if (!document.IsNone)
                CollectionsMarshal.GetValueRefOrAddDefault(documents, document.Page, out _).Add(document.Slot);
        }
    }

    /// <summary>The pages of all collections, by their names.</summary>
    public static Dictionary<string, uint> CollectionsOf(LiteDbPage header) =>
        BsonSerializer.Deserialize(header.Collections.ToArray()).ToDictionary(pair => pair.Key, pair => (uint)pair.Value.AsInt32, StringComparer.OrdinalIgnoreCase);
}

/// <summary>The slots of one page in which documents begin.</summary>
internal struct Slots
{
    private UInt128 _low;
    private UInt128 _high;

    public readonly int Count => (int)(UInt128.PopCount(_low) + UInt128.PopCount(_high));

    public void Add(byte slot)
    {
        if (slot < 128)
            _low |= UInt128.One << slot;
        else
            _high |= UInt128.One << (slot - 128);
    }

    public readonly bool Contains(int slot) => ((slot < 128 ? _low >> slot : _high >> (slot - 128)) & UInt128.One) != UInt128.Zero;
}
