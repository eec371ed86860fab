using System.Buffers.Binary;
using System.Globalization;
using LiteDB;

namespace TypedMigrations.LiteDb.Pages;

/// <summary>Fills an empty table that has no index but that on its keys, with documents in the order of their keys, page by page.</summary>
/// <remarks>
/// LiteDB looks for the place of each key from the top of its index, and writes each page twice, to the log and to the file: on a copy, none of that is needed.
/// What is written is what LiteDB would have written, but for the levels of the index, which LiteDB leaves to chance.
/// </remarks>
internal sealed class TableFilling
{
    private readonly PageWriter _pages;
    private readonly PageSpace _space;
    private readonly uint _collection;
    private readonly byte[] _collectionPage;
    private readonly CollectionIndex _index;
    private readonly Collation _collation;
    private readonly DataFilling _data;
    private readonly KeyFilling _keys;
    private BsonValue _last = BsonValue.MinValue;

    private TableFilling(PageWriter pages, uint collection, byte[] collectionPage, CollectionIndex index, Collation collation)
    {
        _pages = pages;
        _space = new PageSpace(pages);
        _collection = collection;
        _collectionPage = collectionPage;
        _index = index;
        _collation = collation;
        _data = new DataFilling(pages, _space, collection);
        _keys = new KeyFilling(pages, _space, collection, index);
    }

    /// <summary>Begins. Null where the table is not there, is not empty, or has other indexes.</summary>
    public static TableFilling? TryBegin(PageWriter pages, string table)
    {
        var page = new byte[LiteDbPage.Size];
        pages.Read(0, page);
        var header = new LiteDbPage(page);
        var collations = (Culture: BinaryPrimitives.ReadInt32LittleEndian(header.From(At.CollationCulture)), Sort: BinaryPrimitives.ReadInt32LittleEndian(header.From(At.CollationSort)));
        if (DocumentMap.CollectionOf(header, table) is not { } collection)
            return null;

        pages.Read(collection, page);
        if (CollectionIndex.Read(page) is not [var index] || page.AsSpan(At.FreeDataPages, FreePages.Lists * sizeof(uint)).ContainsAnyExcept(byte.MaxValue))
            return null;

        var ends = new byte[LiteDbPage.Size];
        pages.Read(index.Head.Page, ends);
        return ends[At.Items] == 2 && index.FreePages == index.Head.Page && index.Head.Page == index.Tail.Page
            ? new TableFilling(pages, collection, page, index, new Collation(collations.Culture, (CompareOptions)collations.Sort))
            : null;
    }

    /// <summary>Adds a document.</summary>
    /// <returns>False where it is for LiteDB to add it, and those after it: its key is not greater than the one before, or of a seldom type; or it is too long.</returns>
    public bool TryAdd(BsonDocument document)
    {
        Span<byte> key = stackalloc byte[KeyBytes.Longest];
        if (!document.TryGetValue("_id", out var id) || KeyBytes.Write(id, key) is not (> 0 and var length) || id.CompareTo(_last, _collation) <= 0)
            return false;
        var bytes = BsonSerializer.Serialize(document);
        var blocks = (bytes.Length / DataFilling.LongestBlock) + 1;
        // Each block may need a page, and the key.
        if (blocks > MostBlocks || !_space.HasRoomFor(blocks + 2))
            return false;

        _keys.Add(key[..length], _data.Add(bytes));
        _last = id;
        return true;
    }

    /// <summary>Writes what is not yet written. From now on LiteDB can use the table.</summary>
    public void Finish()
    {
        _data.Finish(_collectionPage.AsSpan(At.FreeDataPages));
        BinaryPrimitives.WriteUInt32LittleEndian(_collectionPage.AsSpan(_index.FreePagesAt), _keys.Finish());
        _pages.Write(_collection, _collectionPage);
        _space.Finish();
    }

    // LiteDB's longest document.
    private const int MostBlocks = 2047;
}
