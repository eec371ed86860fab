using System.Globalization;
using TypedMigrations.LiteDb.Pages;

namespace TypedMigrations.LiteDb.Files;

/// <summary>Says whether a log can be of its data file, before LiteDB plays it in without asking.</summary>
/// <remarks>
/// A log of another LiteDB database with plausible pages and no header cannot be told from the database's own. A torn last
/// page and blank pages are left out, as LiteDB does: a kill or a loss of power leaves them.
/// </remarks>
internal static class LogCheck
{
    // LiteDB keeps at most MAX_TRANSACTION_SIZE pages in memory before it spills them: page ids may run ahead of the log by these.
    private const long MostPagesInMemory = 100_000;

    /// <summary>Reads all of a log.</summary>
    /// <exception cref="MigrationException">TM3006: the log is not of this database.</exception>
    public static LoggedPages Read(DatabaseFile file, DatabaseHeader header, long pagesInData, FileStream? log, string? password)
    {
        // Shorter than a page, or than salt and a page: LiteDB cuts it off and begins anew.
        return log is null || log.Length < (password is null ? 1 : 2) * LiteDbPage.Size
            ? new LoggedPages(header.LastPage, Confirmed: null)
            : ReadPages(file, header, pagesInData, log, password);
    }

    /// <summary>Refuses a log whose data file is missing: it may be all that is left of the data.</summary>
    /// <exception cref="MigrationException">TM3006.</exception>
    public static void RefuseWithoutData(DatabaseFile file)
    {
        if (new FileInfo(file.LogPath) is { Exists: true, Length: > 0 })
            throw Stray(file, file.LogPath, $"it lies there without {file.DisplayName}");
    }

    /// <summary>Refuses where LiteDB was used by a link and left its log beside the link: the log's data would be lost.</summary>
    /// <exception cref="MigrationException">TM3006.</exception>
    public static void RefuseBesideLinks(DatabaseFile file)
    {
        foreach (var path in file.LogPathsOfLinks)
        {
            if (path != file.LogPath && new FileInfo(path) is { Exists: true, Length: > 0 })
                throw BesideLink(file, path);
        }
    }

    private static MigrationException BesideLink(DatabaseFile file, string path) =>
        Stray(file, path, $"LiteDB was given a link to {file.Path} and left its log beside the link, so open and close it once that way");

    private static LoggedPages ReadPages(DatabaseFile file, DatabaseHeader header, long pagesInData, FileStream log, string? password)
    {
        var transactions = new Dictionary<uint, LoggedTransaction>();
        using var pages = Open(file, log, password);
        for (var index = 0L; index < pages.Count; index++)
            Add(file, header, pagesInData, transactions, pages.Read(index), index);

        CheckPageIds(file, header, transactions, pages.Count);
        var confirmed = transactions.Values.Where(transaction => transaction.IsConfirmed).ToList();
        return new LoggedPages(Last(header, confirmed), confirmed.SelectMany(transaction => transaction.New).ToHashSet());
    }

    private static PageReader Open(DatabaseFile file, FileStream log, string? password) => password is null
        ? PageReader.Plain(log)
        : PageReader.TryDecrypt(log, password) ?? throw Stray(file, file.LogPath, "it is not encrypted with the password of the database");

    private static void Add(DatabaseFile file, DatabaseHeader header, long pagesInData, Dictionary<uint, LoggedTransaction> transactions, LiteDbPage page, long index)
    {
        if (page.IsBlank)
            return;

        if (WhatIsWrong(page, header) is { } wrong)
            throw Stray(file, file.LogPath, string.Create(CultureInfo.InvariantCulture, $"its page at {index * LiteDbPage.Size:#,0} {wrong}"));

        if (!transactions.TryGetValue(page.Transaction, out var transaction))
            transactions.Add(page.Transaction, transaction = new LoggedTransaction());

        transaction.Add(page, pagesInData);
    }

    private static string? WhatIsWrong(LiteDbPage page, DatabaseHeader header)
    {
        if (page.Type > LiteDbPage.Data || page.Confirmed > 1 || (page.Id == 0) != (page.Type == LiteDbPage.Header))
            return "is no page of LiteDB";

        if (page.Transaction is 0 or > int.MaxValue)
            return "has no transaction";

        if (page.Type != LiteDbPage.Header)
            return null;

        if (!page.HasSignature || page.FileVersion != LiteDbPage.Version)
            return "is no header of LiteDB 5";

        return page.CreationTicks == header.CreationTicks ? null : "is of another database: it was made at another time";
    }

    /// <summary>A transaction that takes new pages writes the header too, so that no committed page lies beyond the last one by a header.</summary>
    private static void CheckPageIds(DatabaseFile file, DatabaseHeader header, Dictionary<uint, LoggedTransaction> transactions, long pagesInLog)
    {
        long last = Last(header, transactions.Values.Where(transaction => transaction.IsConfirmed));
        foreach (var transaction in transactions.Values)
        {
            var most = transaction.IsConfirmed ? last : last + pagesInLog + MostPagesInMemory;
            if (transaction.HighestPage > most)
                throw Stray(file, file.LogPath, string.Create(CultureInfo.InvariantCulture, $"it has page {transaction.HighestPage:#,0}, and the database ends at {last:#,0}"));
        }
    }

    private static uint Last(DatabaseHeader header, IEnumerable<LoggedTransaction> confirmed) =>
        confirmed.Select(transaction => transaction.LastPage).Append(header.LastPage).Max();

    private static MigrationException Stray(DatabaseFile file, string log, string why) => new(new Problem(
        ErrorCode.StrayLog,
        $"The log {Path.GetFileName(log)} cannot be used with {file.DisplayName}: {why}.",
        $"If the log is of another database, move it away. If it is of {file.DisplayName}, put both back from a backup. Neither was touched.",
        ("file", file.Path),
        ("log", log)));
}
