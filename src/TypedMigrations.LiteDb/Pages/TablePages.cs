namespace TypedMigrations.LiteDb.Pages;

/// <summary>The pages of one table.</summary>
/// <param name="pages">The pages of the file.</param>
/// <param name="collection">The page of the table's collection.</param>
/// <param name="table">The table, for messages.</param>
internal sealed class TablePages(PageReader pages, uint collection, string table)
{
    public string Table => table;

    /// <summary>How many keys there can be.</summary>
    public long MostKeys => pages.Count * byte.MaxValue;

    /// <summary>Reads a page of documents.</summary>
    /// <exception cref="InvalidDataException">It is none of the table.</exception>
    public void ReadDocuments(uint id, byte[] into) => Read(id, LiteDbPage.Data, into);

    /// <summary>Reads a page of an index.</summary>
    /// <exception cref="InvalidDataException">It is none of the table.</exception>
    public void ReadKeys(uint id, byte[] into) => Read(id, LiteDbPage.Index, into);

    private void Read(uint id, byte type, byte[] into)
    {
        if (id >= pages.Count)
            throw new InvalidDataException($"Page {id} of table {table} is missing.");
        pages.Read(id, into);
        if (new LiteDbPage(into) is var page && (page.Type != type || page.Owner != collection))
            throw new InvalidDataException($"Page {id} holds no {(type == LiteDbPage.Data ? "documents" : "keys")} of table {table}, though the index on its keys leads there.");
    }
}
