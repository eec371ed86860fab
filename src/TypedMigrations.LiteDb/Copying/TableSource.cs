using LiteDB;
using TypedMigrations.LiteDb.Documents;
using TypedMigrations.LiteDb.Pages;

namespace TypedMigrations.LiteDb.Copying;

/// <summary>The documents of a table as they are when the file is settled, in portions of one transaction, to be written while they are read.</summary>
/// <remarks>
/// LiteDB writes into its log until the file is closed, so that what is read from the file's own pages stands still. Closing it
/// between two portions changes none of the documents that are still to be read: LiteDB leaves a document in the page in which
/// it begins, and puts nothing but the ends of longer ones into other pages. Nobody may insert into the table meanwhile.
/// </remarks>
internal sealed class TableSource : IDisposable
{
    /// <summary>How many bytes of memory a document takes for each stored one, about.</summary>
    public const long MemoryPerByte = 2;

    private readonly WorkingFile _file;
    private readonly WorkingFile? _beside;
    private readonly Portions<PlacedDocument> _portions;

    /// <param name="file">The file.</param>
    /// <param name="settled">The same file, settled. What was done to other tables since changes nothing.</param>
    /// <param name="table">The table; there may be none of the name.</param>
    /// <param name="beside">Another file that is used meanwhile, and is closed together with it; or null.</param>
    public TableSource(WorkingFile file, SettledFile settled, string table, WorkingFile? beside)
    {
        _file = file;
        _beside = beside;
        _portions = new Portions<PlacedDocument>(settled.Placed(table), placed => MemoryPerByte * placed.Bytes);
    }

    /// <summary>The next documents, to be enumerated once and to their end; null after the last.</summary>
    public IEnumerable<PlacedDocument>? Next() => _portions.Next();

    /// <summary>Closes both files where another portion follows: LiteDB's page cache never shrinks while an engine is open.</summary>
    public void CloseBetween()
    {
        if (!_portions.HasMore)
            return;
        _file.Close();
        _beside?.Close();
    }

    public void Dispose() => _portions.Dispose();
}
