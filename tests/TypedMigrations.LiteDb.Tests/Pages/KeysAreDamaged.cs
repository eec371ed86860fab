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
        using var pages = OpenPages();
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

    /// <summary>A page that LiteDB left behind of a collection that is gone.</summary>
    [Test]
    public void ButNotWhereTheirCollectionIsGone()
    {
        using var before = OpenPages();
        var documents = DocumentMap.Read(before, CancellationToken.None).Count(Table);
        var gone = First;
        File.Engine.Insert("others", [new LiteDB.BsonDocument { ["_id"] = 1 }], LiteDB.BsonAutoId.ObjectId);
        File.Close();
        using (var pages = OpenPages())
        {
            var others = DocumentMap.CollectionsOf(pages.Read(0))["others"];
            var keys = Enumerable.Range(1, (int)pages.Count - 1).Select(id => (uint)id).First(id => pages.Read(id) is { Type: LiteDbPage.Index } page && page.Owner == others);
            System.Buffers.Binary.BinaryPrimitives.WriteUInt32LittleEndian(Page(keys)[At.Owner..], 1_000_000);
            PageAddress.Read(Node(gone)[At.NodeData..]).Write(Node(new PageAddress(keys, 2))[At.NodeData..]);
        }

        using var after = OpenPages();
        Assert.That(DocumentMap.Read(after, CancellationToken.None).Count(Table), Is.EqualTo(documents));
    }

    private Span<byte> Node(PageAddress node) => RawFile.Slot(Stored.GetBuffer(), node);

    private PageAddress First => PageAddress.Read(Next(_keys.Head));

    /// <summary>What the first key says of the one after it.</summary>
    private void Fails(PageAddress next, string message)
    {
        next.Write(Next(First));
        using var pages = OpenPages();
        Assert.That(() => KeyedDocuments.Read(pages, Table).Count(), Throws.InstanceOf<InvalidDataException>().With.Message.EqualTo(message));
    }

    private Span<byte> Next(PageAddress node) => Node(node)[(At.NodeLinks + At.AddressBytes)..];
}
