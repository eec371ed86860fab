using TypedMigrations.StoreContract.Modules.Indexes;

namespace TypedMigrations.StoreContract;

public abstract class IndexesChange<THarness> : StoreTest<THarness>
    where THarness : StoreHarness, new()
{
    [Test]
    public async Task AreMadeChangedAndDroppedAsTheConstantsSay()
    {
        await RunTo(new IndexesModule(), "20240101");
        Put("items", "{'_id': 'a', 'first': 'f', 'second': 's'}", "{'_id': 'b', 'first': 'f', 'second': 't'}");
        Assert.That(Database.Indexes("items").Select(index => index.Name), Is.EquivalentTo(new[] { "idx_kept", "idx_dropped", "idx_becomes_unique", "idx_becomes_plain", "idx_moves" }));

        await Run(new IndexesModule());

        var indexes = Database.Indexes("items").ToDictionary(index => index.Name);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(indexes["idx_kept"], Is.EqualTo(new FoundIndex("idx_kept", "first", IsUnique: false)));
            Assert.That(indexes["idx_becomes_unique"], Is.EqualTo(new FoundIndex("idx_becomes_unique", "second", IsUnique: true)));
            Assert.That(indexes["idx_becomes_plain"], Is.EqualTo(new FoundIndex("idx_becomes_plain", "second", IsUnique: false)));
            Assert.That(indexes["idx_moves"], Is.EqualTo(new FoundIndex("idx_moves", "second", IsUnique: false)));
            Assert.That(indexes["idx_added"], Is.EqualTo(new FoundIndex("idx_added", "third", IsUnique: false)));
            Assert.That(indexes["idx_where_present"].IsUnique, Is.True);
            Assert.That(indexes, Does.Not.ContainKey("idx_dropped"));
        }
    }

    [Test]
    public async Task AreUniqueAmongTheDocumentsThatHaveTheField()
    {
        await RunTo(new IndexesModule(), "20240101");
        Put("items",
            "{'_id': 'a', 'first': '', 'second': '1'}", "{'_id': 'b', 'first': '', 'second': '2'}", "{'_id': 'c', 'first': '', 'second': '3', 'third': null}",
            "{'_id': 'd', 'first': '', 'second': '4', 'third': null}", "{'_id': 'e', 'first': '', 'second': '5', 'third': ''}", "{'_id': 'f', 'first': '', 'second': '6', 'third': 'x'}");

        await Run(new IndexesModule());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(CanPut("'third': 'x'"), Is.False, "a second document with the value");
            Assert.That(CanPut("'third': 'y'"), Is.True, "a value of its own");
            Assert.That(CanPut("'third': ''"), Is.True, "a second empty one");
            Assert.That(CanPut("'third': null"), Is.True, "a third null");
            Assert.That(CanPut("'other': 1"), Is.True, "a third without the field");
        }
    }

    [Test, Behavior(34), Behavior(45)]
    public async Task AreNotMadeWhereDocumentsShareAValue()
    {
        await RunTo(new IndexesModule(), "20240101");
        Put("items", "{'_id': 'a', 'first': '', 'second': '1', 'third': 'secret'}", "{'_id': 'b', 'first': '', 'second': '2', 'third': 'secret'}");

        var refused = await RunFailsAndChangesNothing(new IndexesModule());

        Assert.That(refused.Message, Is.EqualTo($"""
            TM4004: The unique index idx_where_present on third where present of table items cannot be made: 2 documents share 1 value, by the database's collation.
              migration      20240102_After of module Indexes
              on the copy    nothing before it
              still pending  20240102_After
              share a value  _id "a", _id "b"
              database       {Database.Name} was not changed.
            Add to Up: up.MakeUnique(…, (value, n) => $"{"{value} ({n})"}"); or make the values unique before.
            """));
    }

    private bool CanPut(string field) =>
        Database.TryPut("items", RawDocument.Parse($"{{'_id': '{Guid.NewGuid()}', 'first': '', 'second': '{Guid.NewGuid()}', {field}}}"));
}
