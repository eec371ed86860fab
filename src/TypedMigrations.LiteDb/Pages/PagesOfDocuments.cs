namespace TypedMigrations.LiteDb.Pages;

/// <summary>Whose documents begin in some pages that follow each other, and in which slots.</summary>
/// <remarks>Most documents are so large that a page has no more than a word's: the further words are made when a page needs them.</remarks>
internal sealed class PagesOfDocuments
{
    /// <summary>How many pages there are.</summary>
    public const int Pages = 1_024;

    private readonly uint[] _collections = new uint[Pages];
    private readonly ulong[]?[] _words = new ulong[]?[Slots.Words];

    /// <summary>The collection whose documents are in a page; 0 where there are none.</summary>
    public uint CollectionOf(int page) => _collections[page];

    public Slots SlotsOf(int page)
    {
        var slots = new Slots();
        for (var word = 0; word < Slots.Words; word++)
            slots[word] = _words[word]?[page] ?? 0;
        return slots;
    }

    /// <summary>Adds a document, unless the page has those of another collection.</summary>
    public bool TryAdd(int page, byte slot, uint collection)
    {
        if (_collections[page] != collection && _collections[page] != 0)
            return false;

        _collections[page] = collection;
        (_words[slot / Slots.BitsOfWord] ??= new ulong[Pages])[page] |= 1UL << (slot % Slots.BitsOfWord);
        return true;
    }
}
