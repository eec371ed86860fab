using LiteDB;
using TypedMigrations.Storing;

namespace TypedMigrations.LiteDb.Dumping;

/// <summary>Cuts a long row of documents into transactions, while they are inserted.</summary>
internal sealed class InsertBatches(IEnumerable<IDataDocument> documents) : IDisposable
{
    private const int MostDocuments = 50_000;
    private const long MostBytes = 32L * 1024 * 1024;

    private readonly IEnumerator<IDataDocument> _documents = documents.GetEnumerator();
    private bool _hasCurrent;

    /// <summary>The key of the document that was given last, as JSON.</summary>
    public string CurrentKey => _documents.Current.Key;

    /// <summary>The next batch, to be enumerated once and to its end; null after the last.</summary>
    public IEnumerable<BsonDocument>? Next() => _hasCurrent || (_hasCurrent = _documents.MoveNext()) ? Batch() : null;

    public void Dispose() => _documents.Dispose();

    private IEnumerable<BsonDocument> Batch()
    {
        var (count, bytes) = (0, 0L);
        do
        {
            var document = (LiteDbDocument)_documents.Current;
            bytes += document.Bytes;
            yield return document.Bson;
            _hasCurrent = _documents.MoveNext();
        }
        while (_hasCurrent && ++count < MostDocuments && bytes < MostBytes);
    }
}
