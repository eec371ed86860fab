namespace TypedMigrations.LiteDb.Pages;

/// <summary>Reads the documents of a table, of which each lies in one block, or in a chain of blocks of several pages.</summary>
internal sealed class DocumentBlocks(TablePages pages)
{
    private const int LongestDocument = 16 * 1024 * 1024;

    private readonly BsonDecoder _decoder = new();
    private readonly byte[] _next = new byte[LiteDbPage.Size];
    private byte[] _whole = [];

    /// <summary>Reads the document that begins in a slot of a page.</summary>
    /// <exception cref="InvalidDataException">It cannot be read; the message says where it lies.</exception>
    public PlacedDocument Read(byte[] page, PageAddress address)
    {
        try
        {
            var block = new LiteDbPage(page).Slot(address.Slot);
            var bytes = PageAddress.Read(block[At.NextBlock..]).IsNone ? block[At.Document..] : Whole(block);
            return new PlacedDocument(_decoder.Read(bytes), bytes.Length, address.Page, address.Slot);
        }
        catch (Exception exception) when (exception is ArgumentOutOfRangeException or InvalidDataException)
        {
            throw new InvalidDataException($"The document in slot {address.Slot} of page {address.Page}, of table {pages.Table}, cannot be read: {exception.Message}", exception);
        }
    }

    /// <summary>A document that goes on in other pages.</summary>
    private ReadOnlySpan<byte> Whole(ReadOnlySpan<byte> block)
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
            pages.ReadDocuments(next.Page, _next);
            block = new LiteDbPage(_next).Slot(next.Slot);
        }
    }
}
