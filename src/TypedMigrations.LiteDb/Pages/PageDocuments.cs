namespace TypedMigrations.LiteDb.Pages;

/// <summary>Reads the documents of a table from the pages of a settled file, in the order in which they lie.</summary>
/// <remarks>
/// LiteDB keeps every page that it reads, finds each document by way of its key, and makes a text of every name. None of that is
/// needed to read a table whole. Only documents to which the index on the keys leads are read, as LiteDB reads them.
/// </remarks>
/// <param name="pages">The pages of the file. No log lies beside them.</param>
/// <param name="map">Where the documents lie.</param>
/// <param name="table">The table; there may be none of the name.</param>
internal sealed class PageDocuments(PageReader pages, DocumentMap map, string table)
{
    /// <summary>The documents, each read when it is asked for.</summary>
    /// <exception cref="InvalidDataException">A document cannot be read; the message says where.</exception>
    public IEnumerable<PlacedDocument> Read(CancellationToken cancellation)
    {
        var tablePages = new TablePages(pages, map.CollectionOf(table), table);
        var blocks = new DocumentBlocks(tablePages);
        var page = new byte[LiteDbPage.Size];
        foreach (var (id, slots) in map.PagesOf(table))
        {
            cancellation.ThrowIfCancellationRequested();
            tablePages.ReadDocuments(id, page);
            for (byte slot = 0; slot < byte.MaxValue; slot++)
            {
                if (slots.Contains(slot))
                    yield return blocks.Read(page, new PageAddress(id, slot));
            }
        }
    }
}
