using System.Buffers.Binary;

namespace TypedMigrations.LiteDb.Pages;

/// <summary>The index on the keys of a collection that has no other.</summary>
/// <param name="Head">The node before the first key.</param>
/// <param name="Tail">The node after the last.</param>
/// <param name="FreePages">The first page with room for another node.</param>
/// <param name="FreePagesAt">Where that stands in the page of the collection.</param>
internal sealed record CollectionKeys((uint Page, byte Slot) Head, (uint Page, byte Slot) Tail, uint FreePages, int FreePagesAt)
{
    /// <summary>Reads it from the page of a collection. Null where there are other indexes.</summary>
    public static CollectionKeys? TryRead(ReadOnlySpan<byte> collection)
    {
        if (collection[At.Indexes] != 1)
            return null;

        // Slot, type, name, expression, unique; head, tail, a reserved byte, pages.
        var at = At.Indexes + 3;
        at += collection[at..].IndexOf((byte)0) + 1;
        at += collection[at..].IndexOf((byte)0) + 2;
        var free = at + (2 * At.AddressBytes) + 1;
        return new CollectionKeys(Address(collection[at..]), Address(collection[(at + At.AddressBytes)..]), BinaryPrimitives.ReadUInt32LittleEndian(collection[free..]), free);
    }

    private static (uint Page, byte Slot) Address(ReadOnlySpan<byte> bytes) => (BinaryPrimitives.ReadUInt32LittleEndian(bytes), bytes[sizeof(uint)]);
}
