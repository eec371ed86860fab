using TypedMigrations.LiteDb.Pages;

namespace TypedMigrations.LiteDb.Tests.Pages;

/// <summary>The bytes of a file without a password, to be looked at or spoiled while it is closed.</summary>
internal static class RawFile
{
    public static Span<byte> Page(Span<byte> file, uint id) => file.Slice((int)id * LiteDbPage.Size, LiteDbPage.Size);

    /// <summary>What lies in a slot of a page, such as a key.</summary>
    public static Span<byte> Slot(Span<byte> file, PageAddress address)
    {
        var page = Page(file, address.Page);
        var (position, length) = SlotTable.Read(page, address.Slot);
        return page.Slice(position, length);
    }
}
