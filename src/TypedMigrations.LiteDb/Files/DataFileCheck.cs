using System.Globalization;
using TypedMigrations.LiteDb.Pages;

namespace TypedMigrations.LiteDb.Files;

/// <summary>Says what a data file is, before LiteDB sees it: LiteDB overwrites what it takes for new and cuts what it takes for torn.</summary>
internal static class DataFileCheck
{
    /// <summary>Opens the pages of a LiteDB 5 file with its password.</summary>
    /// <exception cref="MigrationException">TM3003: it is no such file. TM3004: the password is wrong, missing or not wanted. TM3005: it is damaged.</exception>
    public static PageReader Open(DatabaseFile file, FileStream data, string? password)
    {
        var start = new byte[(int)Math.Min(data.Length, LiteDbPage.Size)];
        RandomAccess.Read(data.SafeFileHandle, start, fileOffset: 0);

        if (start.Length == 0)
            throw Empty(file);

        if (start.Length > 59 && new LiteDbPage(start) is { HasSignature: true } page)
            return OpenPlain(file, data, page.FileVersion, password);

        // FileReaderV7.IsVersion: LiteDB 4 has the same signature at another place.
        if (start.Length > 52 && start.AsSpan(25, LiteDbPage.Signature.Length).SequenceEqual(LiteDbPage.Signature))
            throw OlderFormat(file, start[52]);

        return PageReader.LooksEncrypted(start) ? OpenEncrypted(file, data, password) : throw NotLiteDb(file, data.Length);
    }

    /// <summary>Reads the header page.</summary>
    /// <exception cref="MigrationException">TM3005: it is none.</exception>
    public static DatabaseHeader ReadHeader(DatabaseFile file, PageReader pages)
    {
        if (pages.Count == 0)
            throw Damaged(file, "not even its first page is whole", pages.Count);

        var page = pages.Read(0);
        return page.HasSignature && page.FileVersion == LiteDbPage.Version
            ? new DatabaseHeader(page.LastPage, page.CreationTicks)
            : throw Damaged(file, "its first page is not a header", pages.Count);
    }

    /// <summary>Looks for pages that should be there and are neither in the file nor in the log.</summary>
    /// <remarks>
    /// A kill during a checkpoint leaves a torn page, which the log still has. A kill of a transaction that had been given pages,
    /// while another committed, leaves a header that counts pages which were never written and which nothing leads to.
    /// </remarks>
    /// <exception cref="MigrationException">TM3005.</exception>
    public static void CheckLength(DatabaseFile file, FileStream data, PageReader pages, LoggedPages logged)
    {
        var torn = data.Length % LiteDbPage.Size;
        if (torn != 0 && !logged.Has((uint)pages.Count))
            throw Damaged(file, string.Create(CultureInfo.InvariantCulture, $"it ends within a page, {torn:#,0} bytes after its beginning"), pages.Count);

        if (pages.Count + logged.Count <= logged.LastPage)
            CheckReferences(file, pages, logged);
    }

    private static void CheckReferences(DatabaseFile file, PageReader pages, LoggedPages logged)
    {
        if (LostPages.FindReference(pages, logged) is var (from, to))
            throw Damaged(file, string.Create(CultureInfo.InvariantCulture, $"page {from} leads to page {to}, which is missing"), pages.Count);
    }

    private static PageReader OpenPlain(DatabaseFile file, FileStream data, byte version, string? password)
    {
        if (version != LiteDbPage.Version)
            throw OlderFormat(file, version);

        return password is null ? PageReader.Plain(data) : throw new MigrationException(new Problem(
            ErrorCode.WrongPassword,
            $"{file.DisplayName} is not encrypted, but a password was given.",
            "Leave out the password, or encrypt the database first.",
            ("file", file.Path)));
    }

    private static PageReader OpenEncrypted(DatabaseFile file, FileStream data, string? password)
    {
        if (password is null)
        {
            throw new MigrationException(new Problem(
                ErrorCode.WrongPassword,
                $"{file.DisplayName} is encrypted, and no password was given.",
                "Give its password in the connection string.",
                ("file", file.Path)));
        }

        if (data.Length < 2 * LiteDbPage.Size)
            throw Damaged(file, "not even its first page is whole", 0);

        return PageReader.TryDecrypt(data, password) ?? throw new MigrationException(new Problem(
            ErrorCode.WrongPassword,
            $"{file.DisplayName} does not open with the password that was given.",
            "Give its password in the connection string.",
            ("file", file.Path)));
    }

    /// <summary>LiteDB makes a new database of an empty file. But a file that lost its content in a crash is empty too.</summary>
    private static MigrationException Empty(DatabaseFile file) => new(new Problem(
        ErrorCode.NotADatabase,
        $"{file.DisplayName} is empty: it has no content at all.",
        "If it never held data, delete it: a new database will be made. If it did, put back a backup.",
        ("file", file.Path),
        ("newest backup", Backups.List(file) is [.., var newest] ? newest : "none")));

    private static MigrationException OlderFormat(DatabaseFile file, byte version) => new(new Problem(
        ErrorCode.NotADatabase,
        version < LiteDbPage.Version ? $"{file.DisplayName} is a file of LiteDB 4 or older." : $"{file.DisplayName} is a file of a LiteDB that is newer than 5.",
        version < LiteDbPage.Version
            ? "Copy it, open it once with LiteDB 5 and \"Upgrade=true\" in the connection string, close it, then start again without that."
            : "Use a version of TypedMigrations that knows it.",
        ("file", file.Path),
        ("format", string.Create(CultureInfo.InvariantCulture, $"version {version}; LiteDB 5 writes version {LiteDbPage.Version}"))));

    private static MigrationException NotLiteDb(DatabaseFile file, long length) => new(new Problem(
        ErrorCode.NotADatabase,
        $"{file.DisplayName} is no LiteDB database.",
        "Correct the path in the connection string, or move the file away. It was not touched.",
        ("file", file.Path),
        ("length", string.Create(CultureInfo.InvariantCulture, $"{length:#,0} bytes"))));

    private static MigrationException Damaged(DatabaseFile file, string how, long pages) => new(new Problem(
        ErrorCode.Damaged,
        $"{file.DisplayName} is truncated or damaged: {how}.",
        "Put back a backup. The file was not touched.",
        ("file", file.Path),
        ("whole pages", pages.ToString("#,0", CultureInfo.InvariantCulture)),
        ("newest backup", Backups.List(file) is [.., var newest] ? newest : "none")));
}
