using System.Buffers.Binary;
using TypedMigrations.LiteDb.Files;

namespace TypedMigrations.LiteDb.Pages;

/// <summary>Tells pages that were lost from pages that were never written: to the lost ones something leads.</summary>
/// <remarks>Reads the whole file, so it is asked only where the header counts more pages than there are.</remarks>
internal static class LostPages
{
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
                references.AddRange(DocumentMap.CollectionsOf(page).Values);
                break;
            case LiteDbPage.Collection:
                CollectIndexes(page.From(0), references);
                break;
            case LiteDbPage.Index or LiteDbPage.Data:
                references.Add(page.Previous);
                CollectSlots(page, references);
                break;
        }
    }

    private static void CollectIndexes(ReadOnlySpan<byte> collection, List<uint> references)
    {
        for (var list = 0; list < FreePages.Lists; list++)
            references.Add(UInt(collection, At.FreeDataPages + (list * sizeof(uint))));
        foreach (var index in CollectionIndex.Read(collection))
            references.AddRange([index.Head.Page, index.Tail.Page, index.FreePages]);
    }

    private static void CollectSlots(LiteDbPage page, List<uint> references)
    {
        for (var slot = 0; page.HighestSlot != byte.MaxValue && slot <= page.HighestSlot; slot++)
        {
            var content = page.Slot(slot);
            if (page.Type == LiteDbPage.Data && content.Length >= At.Document)
                references.Add(UInt(content, At.NextBlock));
            else if (page.Type == LiteDbPage.Index && content.Length >= At.NodeLinks)
                CollectNode(content, references);
        }
    }

    /// <summary>IndexNode: slot, levels, data block, next node, then for each level the nodes before and after.</summary>
    private static void CollectNode(ReadOnlySpan<byte> node, List<uint> references)
    {
        var addresses = 2 + (2 * node[At.NodeLevels]);
        for (var address = 0; address < addresses && At.NodeData + ((address + 1) * At.AddressBytes) <= node.Length; address++)
            references.Add(UInt(node, At.NodeData + (address * At.AddressBytes)));
    }

    private static uint UInt(ReadOnlySpan<byte> bytes, int offset) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[offset..]);
}
