using LiteDB;

namespace TypedMigrations.LiteDb.Tests.Dumping;

public sealed class DocumentsDiffer : DumpTest
{
    private static IEnumerable<TestCaseData> Pairs()
    {
        yield return Pair(1, 1L, "v");
        yield return Pair(1, 1.0, "v");
        yield return Pair(1.0m, 1.00m, "v");
        yield return Pair(0.0, -0.0, "v");
        yield return Pair("a", "A", "v");
        yield return Pair("é", "e\u0301", "v");
        yield return Pair(BsonValue.Null, BsonValue.MinValue, "v");
        yield return Pair(new BsonDocument { ["a"] = 1 }, new BsonDocument { ["A"] = 1 }, "v.a", "v.A");
        yield return Pair(new BsonDocument { ["a"] = BsonValue.Null }, new BsonDocument(), "v.a");
        yield return Pair(new BsonDocument { ["a"] = new BsonDocument { ["b"] = 1, ["c"] = 2 } }, new BsonDocument { ["a"] = new BsonDocument { ["c"] = 2, ["b"] = 2 } }, "v.a.b");
        yield return Pair(new BsonArray(1, 2, 3), new BsonArray(1, 3), "v[1]", "v[2]");
        yield return Pair(new BsonArray(new BsonDocument { ["n"] = 1 }), new BsonArray(new BsonDocument { ["n"] = 2 }), "v[0].n");
        yield return Pair(new BsonArray(), new BsonDocument(), "v");
        yield return Pair(new byte[] { 1 }, new byte[] { 2 }, "v");
    }

    [TestCaseSource(nameof(Pairs))]
    public async Task InFieldsThatAreNamed(BsonValue left, BsonValue right, string[] fields)
    {
        var comparison = await Compare(Make(new BsonDocument { ["_id"] = 1, ["v"] = left }), Make(new BsonDocument { ["_id"] = 1, ["v"] = right }));

        var table = comparison.Tables.Single();
        Assert.That((table.Equal, table.OnlyHere.Count, table.OnlyThere.Count, table.Different.Count), Is.EqualTo((0, 0, 0, 1)));
        Assert.That(table.Different.First.Single().Fields, Is.EqualTo(fields));
    }

    [Test]
    public async Task NotInTheOrderOfTheirFields()
    {
        var comparison = await Compare(
            Make(new BsonDocument { ["_id"] = 1, ["a"] = 1, ["b"] = new BsonDocument { ["c"] = 1, ["d"] = 2 } }),
            Make(new BsonDocument { ["_id"] = 1, ["b"] = new BsonDocument { ["d"] = 2, ["c"] = 1 }, ["a"] = 1 }));

        Assert.That(comparison.ToString(), Is.EqualTo("the stream and the stream have the same 1 documents in 1 tables."));
    }

    [Test]
    public async Task InTheTypeOfTheirKeys()
    {
        var comparison = await Compare(Make(new BsonDocument { ["_id"] = 1 }, new BsonDocument { ["_id"] = "Mail" }), Make(new BsonDocument { ["_id"] = 1L }, new BsonDocument { ["_id"] = "mail" }));

        Assert.That(comparison.Tables.Single().Different.First.Select(difference => (difference.Key, difference.Fields.Single())), Is.EqualTo(new[] { ("1", "_id"), ("\"Mail\"", "_id") }));
    }

    [Test]
    public async Task InManyPlacesAndTheFirstAreShown()
    {
        var here = Make([.. Enumerable.Range(0, 100).Select(i => new BsonDocument { ["_id"] = i * 2, ["a"] = 1, ["b"] = 1, ["c"] = 1 })]);
        var there = Make([.. Enumerable.Range(0, 100).Select(i => new BsonDocument { ["_id"] = i * 3, ["a"] = 2, ["b"] = 2, ["c"] = 2 })]);

        var table = (await Compare(here, there, new ComparisonOptions { KeysShown = 2 })).Tables.Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((table.OnlyHere.Count, table.OnlyThere.Count, table.Different.Count), Is.EqualTo((66, 66, 34)));
            Assert.That(table.OnlyHere.First.Select(difference => difference.Key), Is.EqualTo(new[] { "2", "4" }));
            Assert.That(table.OnlyThere.First.Select(difference => difference.Key), Is.EqualTo(new[] { "3", "9" }));
            Assert.That(table.Different.First[1].Key, Is.EqualTo("6"));
            Assert.That(table.Different.First[1].Fields, Is.EqualTo(new[] { "a", "b" }));
            Assert.That(table.Different.First[1].HasMoreFields, Is.True);
        }
    }

    [Test]
    public async Task ButAreNotComparedWhereKeysAreOrderedDifferently()
    {
        var failed = await Assert.ThrowsAsync<MigrationException>(() => Compare(Make(database => database.UserVersion = 1, "en-US/None"), Make(database => database.UserVersion = 1, "en-US/IgnoreCase")));

        Assert.That(failed!.Message, Is.EqualTo("""
            TM3406: the stream and the stream order their keys differently, so that they cannot be compared in one pass.
              the stream  en-US/None
              the stream  en-US/IgnoreCase
            Compare databases of one collation: give one of them the collation of the other in a migration, on a copy if need be.
            """.ReplaceLineEndings("\n")));
    }

    [Test]
    public async Task AndTablesAreFoundWhateverTheCaseOfTheirNames()
    {
        var comparison = await Compare(Make(database => database.GetCollection("Things").Insert(new BsonDocument { ["_id"] = 1 })), Make(new BsonDocument { ["_id"] = 1 }));

        Assert.That(comparison.IsEqual, Is.True, comparison.ToString());
    }

    private static TestCaseData Pair(BsonValue left, BsonValue right, params string[] fields) => new(left, right, fields);
}
