using System.Buffers.Binary;

namespace TypedMigrations.LiteDb.Pages;

/// <summary>A page that is filled from its beginning.</summary>
internal sealed class NewPage
{
    private readonly byte[] _bytes = new byte[LiteDbPage.Size];
    private int _end = At.Content;
    private int _items;

    /// <param name="id">Its number.</param>
    /// <param name="type">What it holds.</param>
    /// <param name="owner">The page of its collection.</param>
    public NewPage(uint id, byte type, uint owner)
    {
        Id = id;
        Write(At.Id, id);
        _bytes[At.Type] = type;
        Write(At.Previous, LiteDbPage.None);
        Write(At.Next, LiteDbPage.None);
        Write(At.Transaction, LiteDbPage.None);
        Write(At.Owner, owner);
    }

    /// <summary>The bytes of an empty page.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="next">The empty page after it.</param>
    public static byte[] Empty(uint id, uint next)
    {
        var page = new NewPage(id, LiteDbPage.Empty, LiteDbPage.None);
        page.SetList(byte.MaxValue, next);
        return page.Sealed();
    }

    public uint Id { get; }

    /// <summary>How many bytes are free, for items and their slots.</summary>
    public int Free => _items == byte.MaxValue ? 0 : LiteDbPage.Size - _end - (_items * At.SlotBytes);

    /// <summary>Whether another item fits.</summary>
    public bool Fits(int length) => length + At.SlotBytes <= Free;

    /// <summary>Adds an item of zeros.</summary>
    /// <returns>Its slot.</returns>
    public byte Add(int length)
    {
        var slot = _items++;
        SlotTable.Write(_bytes, slot, _end, length);
        _end += length;
        return (byte)slot;
    }

    /// <summary>The item in a slot.</summary>
    public Span<byte> Item(byte slot)
    {
        var (position, length) = SlotTable.Read(_bytes, slot);
        return _bytes.AsSpan(position, length);
    }

    /// <summary>Says after which page it comes in a list.</summary>
    public void SetPrevious(uint id) => Write(At.Previous, id);

    /// <summary>Puts it into a list.</summary>
    public void SetList(byte list, uint next)
    {
        _bytes[At.FreeList] = list;
        Write(At.Next, next);
    }

    /// <summary>Its bytes, with what it says about itself.</summary>
    public byte[] Sealed()
    {
        _bytes[At.Items] = (byte)_items;
        BinaryPrimitives.WriteUInt16LittleEndian(_bytes.AsSpan(At.UsedBytes), (ushort)(_end - At.Content));
        BinaryPrimitives.WriteUInt16LittleEndian(_bytes.AsSpan(At.NextFree), (ushort)_end);
        _bytes[At.HighestSlot] = (byte)(_items - 1);
        return _bytes;
    }

    private void Write(int offset, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(_bytes.AsSpan(offset), value);
}
