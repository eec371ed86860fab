using System.Buffers.Binary;
using LiteDB;
using TypedMigrations.LiteDb.Pages;

namespace TypedMigrations.LiteDb.Tests.Pages;

/// <summary>Holds that a file is put together as LiteDB leaves it: what LiteDB takes for granted, and never looks at again.</summary>
internal sealed class FileStructure
{
    private const uint None = uint.MaxValue;
    private readonly List<byte[]> _pages = [];
    private readonly Dictionary<uint, (uint Owner, byte List)> _listed = [];

    private FileStructure(PageReader pages)
    {
        for (var id = 0L; id < pages.Count; id++)
        {
            var page = new byte[LiteDbPage.Size];
            pages.Read(id, page);
            _pages.Add(page);
        }
    }

    /// <summary>Checks all pages of a database without a log.</summary>
    public static void Check(Stream file, string? password, Collation collation)
    {
        using var pages = PageReader.Open(file, password);
        new FileStructure(pages).Check(collation);
    }

    private void Check(Collation collation)
    {
        var header = new LiteDbPage(_pages[0]);
        Assert.That(header.LastPage, Is.LessThan(_pages.Count));
        for (var id = 0; id <= header.LastPage; id++)
        {
            Assert.That(new LiteDbPage(_pages[id]).Id, Is.EqualTo(id));
            if (new LiteDbPage(_pages[id]).Type is LiteDbPage.Data or LiteDbPage.Index)
                CheckSlots(id);
        }

        for (var empty = header.FreeList; empty != None; empty = new LiteDbPage(_pages[(int)empty]).Next)
            Assert.That(new LiteDbPage(_pages[(int)empty]).Type, Is.EqualTo(LiteDbPage.Empty));
        foreach (var (_, collection) in DocumentMap.CollectionsOf(header))
            CheckCollection(collection, collation);
        CheckLists(header.LastPage);
    }

    /// <summary>Blocks do not overlap, and the page counts them and their bytes.</summary>
    private void CheckSlots(int id)
    {
        var page = _pages[id];
        var slots = page[30] == byte.MaxValue ? [] : Enumerable.Range(0, page[30] + 1).Select(slot => (Length: UShort(page, 8192 - (slot * 4) - 4), Position: UShort(page, 8192 - (slot * 4) - 2))).ToList();
        var used = slots.Where(slot => slot.Position > 0).OrderBy(slot => slot.Position).ToList();
        Assert.That(page[23], Is.EqualTo(used.Count), $"items of page {id}");
        Assert.That(UShort(page, 24), Is.EqualTo(used.Sum(slot => slot.Length)), $"used bytes of page {id}");
        Assert.That(slots.Where(slot => slot.Position == 0).Select(slot => slot.Length), Is.All.Zero);
        var end = 32;
        foreach (var slot in used)
        {
            Assert.That(slot.Position, Is.GreaterThanOrEqualTo(end), $"page {id}");
            end = slot.Position + slot.Length;
        }

        Assert.That(end, Is.LessThanOrEqualTo(8192 - (slots.Count * 4)), $"page {id}");
        Assert.That(UShort(page, 28), Is.GreaterThanOrEqualTo(end), $"next free position of page {id}");
        Assert.That(UShort(page, 28) - 32 - UShort(page, 24), Is.EqualTo(UShort(page, 26)), $"fragmented bytes of page {id}");
    }

    private void CheckCollection(uint id, Collation collation)
    {
        var page = _pages[(int)id];
        for (byte list = 0; list < 5; list++)
            Walk(id, UInt(page, 32 + (list * 4)), list);
        var at = 97;
        var primary = new List<(uint, byte)>();
        for (var index = 0; index < page[96]; index++)
        {
            var slot = page[at];
            at += 2;
            at += page.AsSpan(at).IndexOf((byte)0) + 1;
            at += page.AsSpan(at).IndexOf((byte)0) + 2;
            var documents = CheckIndex(slot, (UInt(page, at), page[at + 4]), (UInt(page, at + 5), page[at + 9]), collation);
            Walk(id, UInt(page, at + 11), list: 0);
            at += 15;
            if (slot == 0)
                primary = documents;
        }

        Assert.That(primary, Is.Unique);
        foreach (var (data, slot) in primary)
            CheckDocument(id, data, slot);
    }

    /// <summary>Each level goes through its nodes in order, forward and back, from head to tail.</summary>
    private List<(uint Page, byte Slot)> CheckIndex(byte index, (uint Page, byte Slot) head, (uint Page, byte Slot) tail, Collation collation)
    {
        var documents = new List<(uint, byte)>();
        for (var level = 0; level < 32; level++)
        {
            var (last, at) = (BsonValue.MinValue, Address(Node(head)[(12 + (level * 10) + 5)..]));
            var before = head;
            for (; at.Page != None && at != tail; before = at, at = Address(Node(at)[(12 + (level * 10) + 5)..]))
            {
                var node = Node(at);
                Assert.That(node[0], Is.EqualTo(index));
                Assert.That(node[1], Is.GreaterThan(level));
                Assert.That(Address(node[(12 + (level * 10))..]), Is.EqualTo(before), $"level {level}");
                var key = Key(node[(12 + (node[1] * 10))..]);
                Assert.That(key.CompareTo(last, collation), index == 0 ? Is.GreaterThan(0) : Is.GreaterThanOrEqualTo(0), $"{last} before {key} at level {level}");
                last = key;
                if (level == 0)
                    documents.Add(Address(node[2..]));
            }

            Assert.That(at == tail || (level > 0 && at.Page == None), Is.True, $"level {level} ends at its tail");
            Assert.That(Address(Node(tail)[(12 + (level * 10))..]), at == tail ? Is.EqualTo(before) : Is.EqualTo((None, byte.MaxValue)));
        }

        return documents;
    }

    private void CheckDocument(uint collection, uint page, byte slot)
    {
        var isFirst = true;
        for (var at = (Page: page, Slot: slot); at.Page != None; isFirst = false)
        {
            Assert.That(new LiteDbPage(_pages[(int)at.Page]).Owner, Is.EqualTo(collection));
            var block = Node(at);
            Assert.That(block[0], Is.EqualTo(isFirst ? 0 : 1));
            at = Address(block[1..]);
        }
    }

    private void Walk(uint owner, uint first, byte list)
    {
        for (var (before, at) = (None, first); at != None; before = at, at = new LiteDbPage(_pages[(int)at]).Next)
        {
            Assert.That(new LiteDbPage(_pages[(int)at]).Previous, Is.EqualTo(before), $"page {at}");
            Assert.That(_listed.TryAdd(at, (owner, list)), Is.True, $"page {at} is in two lists");
        }
    }

    /// <summary>Every page is in the list to which its free bytes belong, and in no other.</summary>
    private void CheckLists(uint last)
    {
        for (var id = 1u; id <= last; id++)
        {
            var page = _pages[(int)id];
            var free = page[23] == byte.MaxValue ? 0 : 8160 - UShort(page, 24) - ((page[30] + 1) * 4);
            if (page[4] == LiteDbPage.Data)
                Assert.That(_listed.GetValueOrDefault(id), Is.EqualTo((UInt(page, 19), (byte)(free >= 7344 ? 0 : free >= 6120 ? 1 : free >= 4896 ? 2 : free >= 2448 ? 3 : 4))), $"page {id}");
            if (page[4] == LiteDbPage.Data)
                Assert.That(page[13], Is.EqualTo(_listed[id].List), $"page {id}");
            if (page[4] == LiteDbPage.Index)
                Assert.That(_listed.ContainsKey(id), Is.EqualTo(free >= 1400), $"page {id}");
            if (page[4] == LiteDbPage.Index)
                Assert.That(page[13], Is.EqualTo(free >= 1400 ? 0 : 1), $"page {id}");
        }
    }

    private ReadOnlySpan<byte> Node((uint Page, byte Slot) at) => new LiteDbPage(_pages[(int)at.Page]).Slot(at.Slot);

    private static BsonValue Key(ReadOnlySpan<byte> key) => (BsonType)(key[0] & 0x3F) switch
    {
        BsonType.MinValue => BsonValue.MinValue,
        BsonType.MaxValue => BsonValue.MaxValue,
        BsonType.Null => BsonValue.Null,
        BsonType.Int32 => BinaryPrimitives.ReadInt32LittleEndian(key[1..]),
        BsonType.Int64 => BinaryPrimitives.ReadInt64LittleEndian(key[1..]),
        BsonType.Guid => new Guid(key.Slice(1, 16)),
        BsonType.ObjectId => new ObjectId(key.Slice(1, 12).ToArray()),
        BsonType.String => System.Text.Encoding.UTF8.GetString(key.Slice(2, ((key[0] & 0xC0) << 2) | key[1])),
        var other => throw new NotSupportedException($"{other}"),
    };

    private static (uint Page, byte Slot) Address(ReadOnlySpan<byte> bytes) => (BinaryPrimitives.ReadUInt32LittleEndian(bytes), bytes[4]);

    private static uint UInt(byte[] page, int offset) => BinaryPrimitives.ReadUInt32LittleEndian(page.AsSpan(offset));

    private static ushort UShort(byte[] page, int offset) => BinaryPrimitives.ReadUInt16LittleEndian(page.AsSpan(offset));
}
