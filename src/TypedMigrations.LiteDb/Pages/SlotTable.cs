using System.Buffers.Binary;

namespace TypedMigrations.LiteDb.Pages;

/// <summary>The end of a data or an index page: for each slot the length and the position of what lies in it.</summary>
internal static class SlotTable
{
    /// <summary>Where lies what is in a slot: 0 bytes at 0 where nothing is.</summary>
    public static (int Position, int Length) Read(ReadOnlySpan<byte> page, int slot)
    {
        var entry = page[EntryOf(slot)..];
        return (BinaryPrimitives.ReadUInt16LittleEndian(entry[sizeof(ushort)..]), BinaryPrimitives.ReadUInt16LittleEndian(entry));
    }

    public static void Write(Span<byte> page, int slot, int position, int length)
    {
        var entry = page[EntryOf(slot)..];
        BinaryPrimitives.WriteUInt16LittleEndian(entry, (ushort)length);
        BinaryPrimitives.WriteUInt16LittleEndian(entry[sizeof(ushort)..], (ushort)position);
    }

    private static int EntryOf(int slot) => LiteDbPage.Size - ((slot + 1) * At.SlotBytes);
}
