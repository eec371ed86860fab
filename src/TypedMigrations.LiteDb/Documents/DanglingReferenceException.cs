namespace TypedMigrations.LiteDb.Documents;

/// <summary>A reference leads to no document, so that there is no new key to follow to.</summary>
/// <param name="table">The table that is referred to.</param>
/// <param name="keepLine">The line that keeps such references.</param>
internal sealed class DanglingReferenceException(string table, string keepLine) : Exception($"a reference to no document of {table}")
{
    public string Table => table;

    public string KeepLine => keepLine;
}
