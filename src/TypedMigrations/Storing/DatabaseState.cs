namespace TypedMigrations.Storing;

/// <summary>What a store knows of a database before a run.</summary>
/// <param name="Exists">Whether there is a database at all.</param>
/// <param name="HasTables">Whether it holds a table other than journal and audit trail.</param>
/// <param name="Journal">The migrations that were applied to it or adopted.</param>
/// <param name="IsTestDatabase">Whether it was made as a test database.</param>
public sealed record DatabaseState(bool Exists, bool HasTables, IReadOnlyList<JournalEntry> Journal, bool IsTestDatabase)
{
    /// <summary>The state of a database that does not exist yet.</summary>
    public static readonly DatabaseState None = new(Exists: false, HasTables: false, [], IsTestDatabase: false);

    /// <summary>Whether there is a journal of which every migration was taken back, so that it is empty. The default is false.</summary>
    public bool HasEmptyJournal { get; init; }

    /// <summary>Whether the library knows the database: a journal is there.</summary>
    public bool HasJournal => Journal.Count > 0 || HasEmptyJournal;
}
