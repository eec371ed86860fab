using TypedMigrations.LiteDb.Pages;

namespace TypedMigrations.LiteDb.Tests.Pages;

/// <summary>Reading by the keys ends with an error where they lead astray, and does not go on for ever.</summary>
public sealed class KeysAreDamaged : PagesTest
{
    private CollectionIndex _keys = null!;
    private uint _collection;

    [SetUp]
    public void MakeTable()
    {
        Begin(seed: 1, password: null);
        UseLiteDb(100, () => Random.Next(1_000));
        File.Close();
        using var pages = Open();
        _collection = DocumentMap.CollectionsOf(pages.Read(0))[Table];
        _keys = CollectionIndex.Read(pages.Read(_collection).From(0))[0];
    }

    [Test]
    public void SoThatTheyHaveNoEnd() => Fails(First, "The keys of table items have no end.");

    [Test]
    public void SoThatOneLeadsToSomethingElse() =>
        Fails(new PageAddress(_collection, 0), $"Page {_collection} holds no keys of table items, though the index on its keys leads there.");

    [Test]
    public void SoThatOneLeadsOutOfTheFile() => Fails(new PageAddress(1_000_000, 0), "Page 1000000 of table items is missing.");

    [Test]
    public void SoThatOneLeadsToAnEmptySlot() => Fails(First with { Slot = 250 }, $"The key in slot 250 of page {First.Page}, of table items, cannot be read.");

    private PageAddress First => PageAddress.Read(Next(_keys.Head));

    /// <summary>What the first key says of the one after it.</summary>
    private void Fails(PageAddress next, string message)
    {
        next.Write(Next(First));
        using var pages = Open();
        Assert.That(() => KeyedDocuments.Read(pages, Table).Count(), Throws.InstanceOf<InvalidDataException>().With.Message.EqualTo(message));
    }

    private Span<byte> Next(PageAddress node)
    {
        var page = Stored.GetBuffer().AsSpan((int)node.Page * LiteDbPage.Size, LiteDbPage.Size);
        var (position, length) = SlotTable.Read(page, node.Slot);
        return page.Slice(position, length)[(At.NodeLinks + At.AddressBytes)..];
    }

    private PageReader Open() => PageReader.Open(new MemoryStream(Stored.ToArray()), password: null);
}
