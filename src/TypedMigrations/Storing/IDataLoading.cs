namespace TypedMigrations.Storing;

/// <summary>A database that is built from a dump, and takes the place of an empty one.</summary>
/// <remarks>
/// The order of calls: for each table <see cref="Parse"/> and <see cref="Insert"/>, whose documents are parsed while they are inserted, then <see cref="Index"/>;
/// <see cref="ReadBack"/>, which is disposed; <see cref="SwapIn"/>; <see cref="IDisposable.Dispose"/>, which throws away what was not swapped in.
/// Whatever fails before the swap leaves the database as it was. A dump is foreign text: nothing in it may name a path.
/// </remarks>
public interface IDataLoading : IDisposable
{
    /// <summary>Reads a document that <see cref="IDataDocument.WriteTo"/> wrote. The only method that is called on another thread, while <see cref="Insert"/> inserts the documents before.</summary>
    /// <param name="json">One JSON object in UTF-8.</param>
    /// <exception cref="FormatException">It is none; the message says why, without a value.</exception>
    IDataDocument Parse(ReadOnlySpan<byte> json);

    /// <summary>Makes a table and inserts its documents, in bounded memory.</summary>
    /// <param name="table">The table. Its indexes are made later.</param>
    /// <param name="documents">The documents that <see cref="Parse"/> gave, each to be taken once.</param>
    /// <exception cref="FormatException">The store refuses the name or a document; the message says why, without a value but the key.</exception>
    void Insert(DataTable table, IEnumerable<IDataDocument> documents);

    /// <summary>Makes the indexes of a table that has its documents.</summary>
    /// <param name="table">The table.</param>
    /// <param name="cancellation">Ends it between two indexes.</param>
    /// <exception cref="FormatException">The store refuses an index; the message says why, without a value.</exception>
    void Index(DataTable table, CancellationToken cancellation);

    /// <summary>Writes the settings, closes the new database and opens it again: what is read then comes from where it is kept.</summary>
    IDataReading ReadBack();

    /// <summary>Puts the new database into the place of the old one, which becomes the newest backup. No backup is pruned, and the application is not let in.</summary>
    /// <exception cref="MigrationException">TM4009: the database is as it was.</exception>
    SwapResult SwapIn();
}
