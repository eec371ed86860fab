using System.Buffers.Binary;

namespace TypedMigrations.LiteDb.Pages;

/// <summary>Where a document or a node begins.</summary>
/// <param name="Page">The number of the page.</param>
/// <param name="Slot">The slot in it.</param>
internal readonly record struct PageAddress(uint Page, byte Slot)
{
    /// <summary>It leads nowhere.</summary>
    public static readonly PageAddress None = new(LiteDbPage.None, byte.MaxValue);

    public bool IsNone => Page == LiteDbPage.None;

    /// <exception cref="ArgumentOutOfRangeException">There are too few bytes.</exception>
    public static PageAddress Read(ReadOnlySpan<byte> bytes)
    {
        var address = bytes[..At.AddressBytes];
        return new PageAddress(BinaryPrimitives.ReadUInt32LittleEndian(address), address[sizeof(uint)]);
    }

    public void Write(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, Page);
        bytes[sizeof(uint)] = Slot;
    }
}
