namespace TypedMigrations.LiteDb.Pages;

/// <summary>Where things stand in a page of LiteDB's file format, version 8, in bytes: for those who read them and those who write them.</summary>
internal static class At
{
    // Every page.
    public const int Id = 0, Type = 4, Previous = 5, Next = 9, FreeList = 13, Transaction = 14, Confirmed = 18, Owner = 19;
    public const int Items = 23, UsedBytes = 24, FragmentedBytes = 26, NextFree = 28, HighestSlot = 30;
    public const int Content = 32;

    /// <summary>A slot at the end of a page: length, position.</summary>
    public const int SlotBytes = 4;

    // The header page.
    public const int FileVersion = 59, EmptyPages = 60, LastPage = 64, CreationTicks = 68, CollationCulture = 80, CollationSort = 84, LimitSize = 101, DamageMark = 191, Collections = 192;

    // The page of a collection: the first page of each list of data pages, then the indexes.
    public const int FreeDataPages = 32, Indexes = 96;

    // A data block: whether it goes on another one, and where it goes on.
    public const int Extends = 0, NextBlock = 1, Document = 6;

    // An index node: index, levels, data block, next node of the document, then for each level the nodes before and after; then the key.
    public const int NodeLevels = 1, NodeData = 2, NodeNext = 7, NodeLinks = 12;

    /// <summary>The id of a page and a slot in it.</summary>
    public const int AddressBytes = 5;
}
