using System.Buffers.Binary;

namespace TypedMigrations.LiteDb.Pages;

/// <summary>Puts a page of documents together anew, with some of them changed. Slots keep their numbers: that is where the indexes lead.</summary>
/// <remarks>What BasePage and DataPage of LiteDB write at these offsets.</remarks>
internal sealed class PagePacking
{
    private readonly byte[]?[] _changed = new byte[]?[byte.MaxValue];
    private byte[] _page = new byte[LiteDbPage.Size];
    private byte[] _packed = new byte[LiteDbPage.Size];

    /// <summary>The page: read it into this, change documents, pack it.</summary>
    public byte[] Page => _page;

    /// <summary>The new bytes of the document in a slot.</summary>
    /// <returns>False where the document goes on in other pages, or does not begin here.</returns>
    public bool TryChange(byte slot, byte[] document)
    {
        var block = new LiteDbPage(_page).Slot(slot);
        if (block.Length <= At.Document || block[At.Extends] != 0 || !PageAddress.Read(block[At.NextBlock..]).IsNone)
            return false;
        _changed[slot] = document;
        return true;
    }

    /// <summary>Packs the page, which must be sound. Of the changed documents, those that have grown most stay as they were where not all fit.</summary>
    /// <returns>The slots of the documents that do not fit.</returns>
    public IReadOnlyList<byte> Pack()
    {
        var left = new List<byte>();
        var slots = new LiteDbPage(_page).HighestSlot + 1;
        var free = LiteDbPage.Size - At.Content - (slots * At.SlotBytes) - UsedBytes - Sum(slots, Growth);
        for (; free < 0; _changed[left[^1]] = null)
        {
            var largest = Largest(slots);
            free += Growth(largest);
            left.Add(largest);
        }

        Write(slots);
        Array.Clear(_changed);
        (_page, _packed) = (_packed, _page);
        return left;
    }

    /// <summary>Whether the page counts its bytes as LiteDB does. Where it does not, it is for LiteDB to say what becomes of it.</summary>
    public bool IsSound()
    {
        var page = new LiteDbPage(_page);
        return page.HighestSlot != byte.MaxValue && Sum(page.HighestSlot + 1, OldLength) == UsedBytes;
    }

    private int UsedBytes => BinaryPrimitives.ReadUInt16LittleEndian(_page.AsSpan(At.UsedBytes));

    private static int Sum(int slots, Func<int, int> length)
    {
        var sum = 0;
        for (var slot = 0; slot < slots; slot++)
            sum += length(slot);
        return sum;
    }

    private int OldLength(int slot) => new LiteDbPage(_page).Slot(slot).Length;

    private int Growth(int slot) => _changed[slot] is { } document ? At.Document + document.Length - OldLength(slot) : 0;

    private byte Largest(int slots) => (byte)Enumerable.Range(0, slots).Where(slot => _changed[slot] is not null).MaxBy(Growth);

    private void Write(int slots)
    {
        _page.AsSpan(0, At.Content).CopyTo(_packed);
        var page = new LiteDbPage(_page);
        var position = At.Content;
        for (var slot = 0; slot < slots; slot++)
        {
            var block = page.Slot(slot);
            var length = block.Length + Growth(slot);
            block[..Math.Min(block.Length, length)].CopyTo(_packed.AsSpan(position));
            _changed[slot]?.CopyTo(_packed, position + At.Document);
            SlotTable.Write(_packed, slot, length == 0 ? 0 : position, length);
            position += length;
        }

        _packed.AsSpan(position, LiteDbPage.Size - (slots * At.SlotBytes) - position).Clear();
        BinaryPrimitives.WriteUInt16LittleEndian(_packed.AsSpan(At.UsedBytes), (ushort)(position - At.Content));
        BinaryPrimitives.WriteUInt16LittleEndian(_packed.AsSpan(At.FragmentedBytes), 0);
        BinaryPrimitives.WriteUInt16LittleEndian(_packed.AsSpan(At.NextFree), (ushort)position);
    }
}
