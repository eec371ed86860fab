using TypedMigrations.LiteDb.Pages;

namespace TypedMigrations.LiteDb.Files;

/// <summary>What a log has of one transaction.</summary>
internal sealed class LoggedTransaction
{
    private readonly List<uint> _new = [];

    /// <summary>Whether it was committed. What was not, LiteDB leaves out.</summary>
    public bool IsConfirmed { get; private set; }

    /// <summary>The highest of its pages.</summary>
    public uint HighestPage { get; private set; }

    /// <summary>The last page by its header; 0 where it has none.</summary>
    public uint LastPage { get; private set; }

    /// <summary>Its pages that the data file does not have.</summary>
    public IReadOnlyList<uint> New => _new;

    /// <summary>Takes in a page.</summary>
    public void Add(LiteDbPage page, long pagesInData)
    {
        IsConfirmed |= page.Confirmed == 1;
        HighestPage = Math.Max(HighestPage, page.Id);
        if (page.Type == LiteDbPage.Header)
            LastPage = Math.Max(LastPage, page.LastPage);

        if (page.Id >= pagesInData)
            _new.Add(page.Id);
    }
}
