using LiteDB;

namespace TypedMigrations.LiteDb.Pages;

/// <summary>A document, its size in bytes, and where it lies.</summary>
internal readonly record struct PlacedDocument(BsonDocument Document, int Bytes, uint Page, byte Slot);

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
    private const int LongestDocument = 16 * 1024 * 1024;

    private readonly BsonDecoder _decoder = new();
    private readonly byte[] _page = new byte[LiteDbPage.Size];
    private readonly byte[] _next = new byte[LiteDbPage.Size];
    private byte[] _whole = [];

    /// <summary>The documents, each read when it is asked for.</summary>
    /// <exception cref="InvalidDataException">A document cannot be read; the message says where.</exception>
    public IEnumerable<PlacedDocument> Read(CancellationToken cancellation)
    {
        var (collection, documents) = map.Of(table);
        foreach (var (id, slots) in documents.OrderBy(page => page.Key))
        {
            cancellation.ThrowIfCancellationRequested();
            ReadPage(id, collection, _page);
            for (var slot = 0; slot < byte.MaxValue; slot++)
            {
                if (slots.Contains(slot))
                    yield return Document(id, slot, collection);
            }
        }
    }

    private PlacedDocument Document(uint page, int slot, uint collection)
    {
        try
        {
            var block = new LiteDbPage(_page).Slot(slot);
            var bytes = PageAddress.Read(block[At.NextBlock..]).IsNone ? block[At.Document..] : Whole(block, collection);
            return new PlacedDocument(_decoder.Read(bytes), bytes.Length, page, (byte)slot);
        }
        catch (Exception exception) when (exception is ArgumentOutOfRangeException or InvalidDataException)
        {
            throw new InvalidDataException($"The document in slot {slot} of page {page}, of table {table}, cannot be read: {exception.Message}", exception);
        }
    }

    /// <summary>A document that goes on in other pages.</summary>
    private ReadOnlySpan<byte> Whole(ReadOnlySpan<byte> block, uint collection)
    {
        var length = 0;
        for (; ; )
        {
            if (length + block.Length > LongestDocument)
                throw new InvalidDataException("it has no end");
            if (_whole.Length < length + block.Length)
                Array.Resize(ref _whole, Math.Max(2 * _whole.Length, length + block.Length));
            block[At.Document..].CopyTo(_whole.AsSpan(length));
            length += block.Length - At.Document;
            var next = PageAddress.Read(block[At.NextBlock..]);
            if (next.IsNone)
                return _whole.AsSpan(0, length);
            ReadPage(next.Page, collection, _next);
            block = new LiteDbPage(_next).Slot(next.Slot);
        }
    }

    private void ReadPage(uint id, uint collection, byte[] into)
    {
        if (id >= pages.Count)
            throw new InvalidDataException($"Page {id} of table {table} is missing.");
        pages.Read(id, into);
        if (new LiteDbPage(into) is not { Type: LiteDbPage.Data } page || page.Owner != collection)
            throw new InvalidDataException($"Page {id} holds no documents of table {table}, though the index on its keys leads there.");
    }
}
