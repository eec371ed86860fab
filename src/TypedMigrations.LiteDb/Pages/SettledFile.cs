using LiteDB;

namespace TypedMigrations.LiteDb.Pages;

/// <summary>A database whose log is empty, read from its pages.</summary>
/// <param name="pages">The pages, which are disposed with this.</param>
/// <param name="cancellation">Ends the reading.</param>
internal sealed class SettledFile(PageReader pages, CancellationToken cancellation) : IDisposable
{
    private readonly DocumentMap _map = DocumentMap.Read(pages, cancellation);

    /// <summary>The names of all tables.</summary>
    public IEnumerable<string> Tables => _map.Tables;

    /// <summary>How many documents a table has, as the nodes of the index on its keys say; 0 where there is no such table.</summary>
    public long Count(string table) => _map.Count(table);

    /// <summary>How many documents LiteDB finds when it goes from the first key to the last.</summary>
    public long CountKeys(string table) => KeyedDocuments.Count(pages, table);

    /// <summary>The documents of a table in the order in which they lie; none where there is no such table. Times are UTC.</summary>
    /// <exception cref="InvalidDataException">A document cannot be read; the message says where.</exception>
    public IEnumerable<BsonDocument> Documents(string table) => Placed(table).Select(placed => placed.Document);

    /// <summary>The same documents, and where they lie.</summary>
    public IEnumerable<PlacedDocument> Placed(string table) => new PageDocuments(pages, _map, table).Read(cancellation);

    /// <summary>The page of a collection.</summary>
    public uint Collection(string table) => _map.CollectionOf(table);

    public void Dispose() => pages.Dispose();
}
