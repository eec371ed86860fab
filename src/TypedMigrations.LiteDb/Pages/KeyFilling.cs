using System.Buffers.Binary;
using System.Numerics;

namespace TypedMigrations.LiteDb.Pages;

/// <summary>Fills new index pages with keys that come in their order: an even skip list, where LiteDB's own is one by chance.</summary>
internal sealed class KeyFilling
{
    private const int MostLevels = 32, LinkBytes = 2 * At.AddressBytes;

    // IndexPage: a page with less is in no list, as the longest node may not fit.
    private const int LeastFree = 1400;

    private readonly PageWriter _pages;
    private readonly PageSpace _space;
    private readonly uint _collection;
    private readonly CollectionIndex _index;
    private readonly (Filled Page, byte Slot)?[] _last = new (Filled, byte)?[MostLevels];
    private readonly PageAddress[] _first = new PageAddress[MostLevels];
    private readonly Dictionary<uint, Filled> _open = [];
    private Filled? _page;
    private uint _count;

    /// <param name="pages">The pages.</param>
    /// <param name="space">Gives out new ones.</param>
    /// <param name="collection">The page of the collection.</param>
    /// <param name="index">Its index on the keys, which is empty.</param>
    public KeyFilling(PageWriter pages, PageSpace space, uint collection, CollectionIndex index)
    {
        _pages = pages;
        _space = space;
        _collection = collection;
        _index = index;
    }

    /// <summary>Adds the next key.</summary>
    /// <param name="key">The key as an index keeps it.</param>
    /// <param name="document">Where its document begins.</param>
    public void Add(ReadOnlySpan<byte> key, PageAddress document)
    {
        var levels = Math.Min(MostLevels, 1 + BitOperations.TrailingZeroCount(++_count));
        var page = _page ??= Open();
        var slot = page.Page.Add(At.NodeLinks + (levels * LinkBytes) + key.Length);
        var node = page.Page.Item(slot);
        node[At.NodeLevels] = (byte)levels;
        document.Write(node[At.NodeData..]);
        PageAddress.None.Write(node[At.NodeNext..]);
        key.CopyTo(node[(At.NodeLinks + (levels * LinkBytes))..]);
        for (var level = 0; level < levels; level++)
            Link(level, node, (page, slot));
        if (page.Page.Free < LeastFree)
            Close(page);
    }

    /// <summary>Writes the pages that are left, and links the ends of the list.</summary>
    /// <returns>The page with which the list of pages with room begins.</returns>
    public uint Finish()
    {
        var ends = new byte[LiteDbPage.Size];
        _pages.Read(_index.Head.Page, ends);
        for (var level = 0; level < MostLevels && _last[level] is { } last; level++)
        {
            _first[level].Write(Node(ends, _index.Head.Slot)[NextAt(level)..]);
            AddressOf(last).Write(Node(ends, _index.Tail.Slot)[PreviousAt(level)..]);
        }

        var first = _index.FreePages;
        if (_page is { } page)
        {
            // The page of the ends is the only one in the list.
            page.Page.SetList(0, first);
            BinaryPrimitives.WriteUInt32LittleEndian(ends.AsSpan(At.Previous), page.Page.Id);
            first = page.Page.Id;
        }

        _pages.Write(_index.Head.Page, ends);
        foreach (var open in _open.Values)
            _pages.Write(open.Page.Id, open.Page.Sealed());
        return first;
    }

    private Filled Open()
    {
        var id = _space.New();
        return _open[id] = new Filled(new NewPage(id, LiteDbPage.Index, _collection));
    }

    private void Close(Filled page)
    {
        page.Page.SetList(1, LiteDbPage.None);
        _page = null;
        WriteIfDone(page);
    }

    /// <summary>Puts a node after the last one of a level.</summary>
    private void Link(int level, Span<byte> node, (Filled Page, byte Slot) at)
    {
        _index.Tail.Write(node[NextAt(level)..]);
        (_last[level] is { } before ? AddressOf(before) : _index.Head).Write(node[PreviousAt(level)..]);
        at.Page.Levels++;
        if (_last[level] is { } last)
        {
            AddressOf(at).Write(last.Page.Page.Item(last.Slot)[NextAt(level)..]);
            last.Page.Levels--;
            WriteIfDone(last.Page);
        }
        else
        {
            _first[level] = AddressOf(at);
        }

        _last[level] = at;
    }

    /// <summary>A page in which no node waits for the one after it will not change any more.</summary>
    private void WriteIfDone(Filled page)
    {
        if (page.Levels > 0 || page == _page)
            return;
        _pages.Write(page.Page.Id, page.Page.Sealed());
        _open.Remove(page.Page.Id);
    }

    private static int PreviousAt(int level) => At.NodeLinks + (level * LinkBytes);

    private static int NextAt(int level) => PreviousAt(level) + At.AddressBytes;

    private static Span<byte> Node(byte[] page, byte slot)
    {
        var (position, length) = SlotTable.Read(page, slot);
        return page.AsSpan(position, length);
    }

    private static PageAddress AddressOf((Filled Page, byte Slot) node) => new(node.Page.Page.Id, node.Slot);

    /// <summary>A page, and of how many levels the last node is in it.</summary>
    private sealed class Filled(NewPage page)
    {
        public NewPage Page { get; } = page;

        public int Levels { get; set; }
    }
}
