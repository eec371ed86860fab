using System.Buffers.Binary;

namespace TypedMigrations.LiteDb.Pages;

/// <summary>One page of LiteDB's file format, version 8: what BasePage and HeaderPage of LiteDB read at these offsets.</summary>
internal readonly ref struct LiteDbPage(ReadOnlySpan<byte> bytes)
{
    public const int Size = 8192;
    public const byte Empty = 0, Header = 1, Collection = 2, Index = 3, Data = 4;

    /// <summary>The version of the format that LiteDB 5 writes.</summary>
    public const byte Version = 8;

    /// <summary>A page id that leads nowhere.</summary>
    public const uint None = uint.MaxValue;

    private readonly ReadOnlySpan<byte> _bytes = bytes;

    public static ReadOnlySpan<byte> Signature => "** This is a LiteDB file **"u8;

    public uint Id => UInt(At.Id);

    public byte Type => _bytes[At.Type];

    public uint Previous => UInt(At.Previous);

    public uint Next => UInt(At.Next);

    public uint Transaction => UInt(At.Transaction);

    public byte Confirmed => _bytes[At.Confirmed];

    /// <summary>The page of the collection that a data or an index page belongs to.</summary>
    public uint Owner => UInt(At.Owner);

    /// <summary>The highest slot in use; 255 for none.</summary>
    public byte HighestSlot => _bytes[At.HighestSlot];

    /// <summary>Whether LiteDB skips the page in a log: PageBuffer.IsBlank.</summary>
    public bool IsBlank => _bytes[..16].IndexOfAnyExcept((byte)0) < 0;

    // Of the header page alone.
    public bool HasSignature => _bytes.Slice(At.Content, Signature.Length).SequenceEqual(Signature);

    public byte FileVersion => _bytes[At.FileVersion];

    public uint FreeList => UInt(At.EmptyPages);

    public uint LastPage => UInt(At.LastPage);

    /// <summary>A document of the names of all collections, with the ids of their pages.</summary>
    public ReadOnlySpan<byte> Collections => _bytes[At.Collections..];

    /// <summary>When the database was made. Written once, so that it tells one database from another.</summary>
    public long CreationTicks => BinaryPrimitives.ReadInt64LittleEndian(_bytes[At.CreationTicks..]);

    /// <summary>What lies in a slot of a data or an index page.</summary>
    public ReadOnlySpan<byte> Slot(int slot)
    {
        var (position, length) = SlotTable.Read(_bytes, slot);
        return position + length <= Size ? _bytes.Slice(position, length) : [];
    }

    /// <summary>From an offset to the end.</summary>
    public ReadOnlySpan<byte> From(int offset) => _bytes[offset..];

    private uint UInt(int offset) => BinaryPrimitives.ReadUInt32LittleEndian(_bytes[offset..]);
}
