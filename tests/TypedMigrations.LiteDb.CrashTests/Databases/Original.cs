namespace TypedMigrations.LiteDb.CrashTests.Databases;

/// <summary>A database of 2020-10-06 that tests copy, with all that it holds before and after.</summary>
internal sealed class Original
{
    // Above 20,000 documents the library reads a table in more than one batch, and closes the file in between.
    private const int Many = 21_000;
    private const int Some = 2_000;

    private static readonly string Folder = Directory.CreateTempSubdirectory("crash-tests-originals-").FullName;
    private static readonly Lazy<Original> LazyPlain = new(() => new Original(Some));
    private static readonly Lazy<Original> LazyLarge = new(() => new Original(Many));
    private static readonly Lazy<Original> LazyWithLog = new(() => new Original(Some, leavesLog: true));
    private static readonly Lazy<Original> LazyEncrypted = new(() => new Original(Some, "correct horse"));

    private Original(int accounts, string? password = null, bool leavesLog = false)
    {
        Password = password;
        Path = System.IO.Path.Combine(Folder, $"{Guid.NewGuid():N}.db");
        OldDatabase.Make(Path, accounts, password, leavesLog);
        Before = DatabaseFacts.Read(Path, password);
        After = AccountsHistory.After(Before);
    }

    /// <summary>A plain file that was closed properly.</summary>
    public static Original Plain => LazyPlain.Value;

    /// <summary>The same with so many documents that they are migrated in batches.</summary>
    public static Original Large => LazyLarge.Value;

    /// <summary>A plain file, all of whose documents are in the log beside it.</summary>
    public static Original WithLog => LazyWithLog.Value;

    /// <summary>An encrypted file.</summary>
    public static Original Encrypted => LazyEncrypted.Value;

    public string Path { get; }

    public string? Password { get; }

    public DatabaseFacts Before { get; }

    public DatabaseFacts After { get; }

    public static void DeleteAll() => Directory.Delete(Folder, recursive: true);
}
