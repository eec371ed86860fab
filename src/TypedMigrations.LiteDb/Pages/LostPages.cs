using System.Buffers.Binary;
using TypedMigrations.LiteDb.Files;

namespace TypedMigrations.LiteDb.Pages;

/// <summary>Tells pages that were lost from pages that were never written: to the lost ones something leads.</summary>
/// <remarks>Reads the whole file, so it is asked only where the header counts more pages than there are.</remarks>
internal static class LostPages
{
    private const int AddressLength = 5;

    /// <summary>A reference from a page that is there to one that is neither in the file nor in the log, or null.</summary>
    public static (long From, uint To)? FindReference(PageReader pages, LoggedPages logged)
    {
        var references = new List<uint>();
        for (var index = 0L; index < pages.Count; index++)
        {
            references.Clear();
            try
            {
                Collect(pages.Read(index), references);
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                // A page that LiteDB could not read either. What it leads to is as good as lost.
                return (index, (uint)pages.Count);
            }

            foreach (var to in references)
            {
                if (to != LiteDbPage.None && to >= pages.Count && !logged.Has(to))
                    return (index, to);
            }
        }

        return null;
    }

    private static void Collect(LiteDbPage page, List<uint> references)
    {
        references.Add(page.Next);
        switch (page.Type)
        {
            case LiteDbPage.Header:
                references.Add(page.FreeList);
                references.AddRange(Collections(page));
                break;
            case LiteDbPage.Collection:
                CollectIndexes(page.From(32), references);
                break;
            case LiteDbPage.Index or LiteDbPage.Data:
                references.Add(page.Previous);
                CollectSlots(page, references);
                break;
        }
    }

    /// <summary>HeaderPage: a document of collection names with the id of their pages.</summary>
    private static IEnumerable<uint> Collections(LiteDbPage page) =>
        LiteDB.BsonSerializer.Deserialize(page.Collections.ToArray()).Values.Select(id => (uint)id.AsInt32);

    /// <summary>CollectionPage: five lists of data pages, then at 96 the indexes, each with head, tail and list of pages (CollectionIndex).</summary>
    private static void CollectIndexes(ReadOnlySpan<byte> content, List<uint> references)
    {
        for (var list = 0; list < 5; list++)
            references.Add(UInt(content, list * 4));

        var count = content[64];
        var rest = content[65..];
        for (var index = 0; index < count; index++)
        {
            rest = rest[2..];                                                   // slot, type
            rest = AfterString(AfterString(rest))[1..];                         // name, expression, unique
            references.Add(UInt(rest, 0));                                      // head
            references.Add(UInt(rest, AddressLength));                          // tail
            references.Add(UInt(rest, (2 * AddressLength) + 1));                // after a reserved byte
            rest = rest[((2 * AddressLength) + 1 + 4)..];
        }
    }

    private static void CollectSlots(LiteDbPage page, List<uint> references)
    {
        for (var slot = 0; page.HighestSlot != byte.MaxValue && slot <= page.HighestSlot; slot++)
        {
            var content = page.Slot(slot);
            if (page.Type == LiteDbPage.Data && content.Length > AddressLength)
                references.Add(UInt(content, 1));                               // DataBlock: extends, next block
            else if (page.Type == LiteDbPage.Index && content.Length > 11)
                CollectNode(content, references);
        }
    }

    /// <summary>IndexNode: slot, levels, data block, next node, then for each level the nodes before and after.</summary>
    private static void CollectNode(ReadOnlySpan<byte> node, List<uint> references)
    {
        var addresses = 2 + (2 * node[1]);
        for (var address = 0; address < addresses && 2 + ((address + 1) * AddressLength) <= node.Length; address++)
            references.Add(UInt(node, 2 + (address * AddressLength)));
    }

    private static ReadOnlySpan<byte> AfterString(ReadOnlySpan<byte> bytes) => bytes[(bytes.IndexOf((byte)0) + 1)..];

    private static uint UInt(ReadOnlySpan<byte> bytes, int offset) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[offset..]);
}
