using LiteDB;
using TypedMigrations.LiteDb.Documents;

namespace TypedMigrations.LiteDb.Tests.Documents;

/// <summary>A run reads millions of documents: nothing is allocated for an element but its place in the collection.</summary>
public sealed class CollectionIsLarge
{
    private const int Count = 10_000;
    private const int BytesOfABoxedInt = 24;

    [Test]
    public void AndItsElementsAreNotBoxed()
    {
        var codec = (ValueCodec<int[]>)Values.CodecOf(typeof(int[]));
        var stored = new BsonArray(Enumerable.Range(0, Count).Select(i => new BsonValue(i)));

        var bytes = Allocated(() => codec.ReadValue(stored));

        Assert.That(bytes, Is.LessThan(Count * BytesOfABoxedInt));
    }

    [Test]
    public void AndWhetherItFitsCostsNothing()
    {
        var codec = Values.CodecOf(typeof(List<long?>));
        var stored = new BsonArray(Enumerable.Range(0, Count).Select(i => i % 7 == 0 ? BsonValue.Null : new BsonValue(i)));

        Assert.That(Allocated(() => codec.Fits(stored)), Is.LessThan(Count));
    }

    [Test]
    public void AndADocumentIsReadWithoutMoreThanItsValues()
    {
        var codec = new RecordCodec(Values.SchemaOf(PartTable.Table).Record);
        var document = new BsonDocument { ["_id"] = 1, ["number"] = 2, ["text"] = "x" };

        // The record, an array of five values, two boxed numbers; a closure for each field would double it.
        Assert.That(Allocated(() =>
        {
            for (var i = 0; i < Count; i++)
                codec.Read(document);
        }) / Count, Is.LessThan(250));
    }

    private static long Allocated(Action use)
    {
        use();
        var before = GC.GetAllocatedBytesForCurrentThread();
        use();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
