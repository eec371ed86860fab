using System.Buffers.Binary;

namespace TypedMigrations.LiteDb.Pages;

/// <summary>An index as the page of its collection tells of it.</summary>
/// <param name="Number">Its number, which its nodes bear.</param>
/// <param name="Head">The node before the first value.</param>
/// <param name="Tail">The node after the last.</param>
/// <param name="FreePages">The first page with room for another node.</param>
/// <param name="FreePagesAt">Where that stands in the page of the collection.</param>
internal sealed record CollectionIndex(byte Number, PageAddress Head, PageAddress Tail, uint FreePages, int FreePagesAt)
{
    /// <summary>The indexes of a collection. The first is that on the keys.</summary>
    public static List<CollectionIndex> Read(ReadOnlySpan<byte> collection)
    {
        var indexes = new List<CollectionIndex>();
        var at = At.Indexes + 1;
        for (var index = 0; index < collection[At.Indexes]; index++)
        {
            var number = collection[at];
            // Number, type; name; expression; unique.
            at += 2;
            at += collection[at..].IndexOf((byte)0) + 1;
            at += collection[at..].IndexOf((byte)0) + 2;
            // Head, tail, a reserved byte, pages.
            var free = at + (2 * At.AddressBytes) + 1;
            indexes.Add(new CollectionIndex(number, PageAddress.Read(collection[at..]), PageAddress.Read(collection[(at + At.AddressBytes)..]), BinaryPrimitives.ReadUInt32LittleEndian(collection[free..]), free));
            at = free + sizeof(uint);
        }

        return indexes;
    }
}
