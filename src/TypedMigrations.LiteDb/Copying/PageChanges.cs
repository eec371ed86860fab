using LiteDB;
using TypedMigrations.LiteDb.Pages;

namespace TypedMigrations.LiteDb.Copying;

/// <summary>Writes changed documents back into the pages in which they lie, page by page. Their keys and all indexed values are as they were.</summary>
/// <remarks>
/// LiteDB finds each document by its key, asks each index whether its value changed, and writes each page twice, to the log and to the file: on a copy, none of
/// that is needed. What is not as simple is left to LiteDB: documents that go on in other pages, and those that their page has no more room for.
/// </remarks>
internal sealed class PageChanges : IDisposable
{
    private readonly PageWriter _pages;
    private readonly PagePacking _packing = new();
    private readonly Dictionary<byte, BsonDocument> _ofPage = [];
    private readonly List<BsonDocument> _left = [];
    private readonly List<uint> _moving = [];
    private uint _page;

    /// <param name="pages">The pages of the copy, which this closes. Nobody else writes there meanwhile.</param>
    public PageChanges(PageWriter pages) => _pages = pages;

    /// <summary>Writes documents.</summary>
    /// <param name="changed">The documents, those of a page one after the other.</param>
    /// <param name="collection">The page of their collection.</param>
    /// <returns>Those that LiteDB has to write.</returns>
    public IReadOnlyList<BsonDocument> Write(IEnumerable<PlacedDocument> changed, uint collection)
    {
        foreach (var (document, _, page, slot) in changed)
        {
            if (page != _page)
                WritePage();
            _page = page;
            _ofPage.Add(slot, document);
        }

        WritePage();
        // The reader, which is ahead, does not look at the lists; the pages on both sides of one in a list may be anywhere.
        var free = new FreePages(_pages, collection);
        _moving.ForEach(free.Move);
        return _left;
    }

    public void Dispose() => _pages.Dispose();

    private void WritePage()
    {
        if (_ofPage.Count == 0)
            return;

        _pages.Read(_page, _packing.Page);
        if (_packing.IsSound())
            Pack();
        else
            _left.AddRange(_ofPage.Values);
        _ofPage.Clear();
    }

    private void Pack()
    {
        foreach (var (slot, document) in _ofPage)
        {
            if (!_packing.TryChange(slot, BsonSerializer.Serialize(document)))
                _left.Add(document);
        }

        _left.AddRange(_packing.Pack().Select(slot => _ofPage[slot]));
        _pages.Write(_page, _packing.Page);
        if (!FreePages.IsRight(_packing.Page))
            _moving.Add(_page);
    }
}
