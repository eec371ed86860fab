using System.Buffers.Binary;

namespace TypedMigrations.LiteDb.Pages;

/// <summary>Fills new data pages with documents, and leaves as much free in each as LiteDB does.</summary>
internal sealed class DataFilling(PageWriter pages, PageSpace space, uint collection)
{
    /// <summary>The longest block: a page of its own.</summary>
    public const int LongestBlock = LiteDbPage.Size - At.Content - At.SlotBytes - At.Document;

    private readonly NewPage?[] _last = new NewPage?[FreePages.Lists];
    private NewPage? _page;

    /// <summary>Adds a document.</summary>
    /// <returns>Where it begins.</returns>
    public PageAddress Add(ReadOnlySpan<byte> document)
    {
        // From its end: each block says where the next one is.
        var next = PageAddress.None;
        for (var start = (document.Length - 1) / LongestBlock * LongestBlock; start > 0; start -= LongestBlock)
            next = AddBlock(document[start..Math.Min(document.Length, start + LongestBlock)], extends: true, next);
        return AddBlock(document[..Math.Min(document.Length, LongestBlock)], extends: false, next);
    }

    /// <summary>Writes the pages that are not full, and says where each list begins.</summary>
    /// <param name="lists">The lists in the page of the collection.</param>
    public void Finish(Span<byte> lists)
    {
        Close();
        for (var list = 0; list < _last.Length; list++)
        {
            if (_last[list] is not { } last)
                continue;
            pages.Write(last.Id, last.Sealed());
            BinaryPrimitives.WriteUInt32LittleEndian(lists[(list * sizeof(uint))..], last.Id);
        }
    }

    private PageAddress AddBlock(ReadOnlySpan<byte> content, bool extends, PageAddress next)
    {
        var length = At.Document + content.Length;
        if (_page is not null && !_page.Fits(length))
            Close();
        _page ??= new NewPage(space.New(), LiteDbPage.Data, collection);
        var slot = _page.Add(length);
        var block = _page.Item(slot);
        block[At.Extends] = (byte)(extends ? 1 : 0);
        next.Write(block[At.NextBlock..]);
        content.CopyTo(block[At.Document..]);
        var at = new PageAddress(_page.Id, slot);
        if (FreePages.ListFor(_page.Free) == FreePages.Lists - 1)
            Close();
        return at;
    }

    /// <summary>Puts the page before those that are in its list: only now the one after it knows which it is.</summary>
    private void Close()
    {
        if (_page is not { } page)
            return;

        _page = null;
        var list = FreePages.ListFor(page.Free);
        page.SetList(list, _last[list]?.Id ?? LiteDbPage.None);
        if (_last[list] is { } after)
        {
            after.SetPrevious(page.Id);
            pages.Write(after.Id, after.Sealed());
        }

        _last[list] = page;
    }
}
