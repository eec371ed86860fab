namespace TypedMigrations.Storing;

/// <summary>What a database consists of besides its documents.</summary>
/// <param name="KeyOrder">How the database orders its keys, in the store's words. Two databases with the same words have one order.</param>
/// <param name="Settings">What an equal database needs besides its tables, in the store's own words: never a password, never a path.</param>
/// <param name="Tables">All tables, journal and audit trail too.</param>
public sealed record DataDescription(string KeyOrder, IReadOnlyDictionary<string, string> Settings, IReadOnlyList<DataTable> Tables);

/// <summary>A table as a dump has it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsOwn">Whether it is the library's own: journal or audit trail.</param>
/// <param name="Documents">How many documents it has.</param>
/// <param name="Indexes">Its indexes, that on the key left out.</param>
public sealed record DataTable(string Name, bool IsOwn, long Documents, IReadOnlyList<DataIndex> Indexes);

/// <summary>An index as a dump has it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="On">What it is on, in the store's own words.</param>
/// <param name="IsUnique">Whether it refuses duplicates.</param>
public sealed record DataIndex(string Name, string On, bool IsUnique);
