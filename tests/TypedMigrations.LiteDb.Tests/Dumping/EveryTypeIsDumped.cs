using CsCheck;
using LiteDB;
using TypedMigrations.LiteDb.Tests.Documents;

namespace TypedMigrations.LiteDb.Tests.Dumping;

public sealed class EveryTypeIsDumped : DumpTest
{
    private static readonly DateTime Half = new(2024, 10, 27, 0, 30, 0, 7, DateTimeKind.Utc);

    private static IEnumerable<TestCaseData> Values()
    {
        yield return new TestCaseData(BsonValue.Null, "null");
        yield return new TestCaseData(new BsonValue(true), "true");
        yield return new TestCaseData(new BsonValue(-7), "-7");
        yield return new TestCaseData(new BsonValue(7L), """{"$numberLong":"7"}""");
        yield return new TestCaseData(new BsonValue(long.MinValue), """{"$numberLong":"-9223372036854775808"}""");
        yield return new TestCaseData(new BsonValue(1.5), """{"$numberDouble":"1.5"}""");
        yield return new TestCaseData(new BsonValue(1.0), """{"$numberDouble":"1"}""");
        yield return new TestCaseData(new BsonValue(-0.0), """{"$numberDouble":"-0"}""");
        yield return new TestCaseData(new BsonValue(double.NaN), """{"$numberDouble":"NaN"}""");
        yield return new TestCaseData(new BsonValue(double.NegativeInfinity), """{"$numberDouble":"-Infinity"}""");
        yield return new TestCaseData(new BsonValue(double.Epsilon), """{"$numberDouble":"5E-324"}""");
        yield return new TestCaseData(new BsonValue(1.10m), """{"$numberDecimal":"1.10"}""");
        yield return new TestCaseData(new BsonValue(-0.00m), """{"$numberDecimal":"-0.00"}""");
        yield return new TestCaseData(new BsonValue(decimal.MinValue), """{"$numberDecimal":"-79228162514264337593543950335"}""");
        yield return new TestCaseData(new BsonValue(1e-28m), """{"$numberDecimal":"0.0000000000000000000000000001"}""");
        yield return new TestCaseData(new BsonValue(Half), """{"$date":"2024-10-27T00:30:00.007Z"}""");
        yield return new TestCaseData(new BsonValue(Half.AddHours(1)), """{"$date":"2024-10-27T01:30:00.007Z"}""");
        yield return new TestCaseData(new BsonValue(DateTime.MinValue), """{"$date":"0001-01-01T00:00:00.000Z"}""");
        yield return new TestCaseData(new BsonValue(DateTime.MaxValue), """{"$date":"9999-12-31T23:59:59.9999999Z"}""");
        yield return new TestCaseData(new BsonValue(new DateTime(9999, 12, 31, 23, 59, 59, 999, DateTimeKind.Utc)), """{"$date":"9999-12-31T23:59:59.999Z"}""");
        yield return new TestCaseData(new BsonValue(new Guid("00112233-4455-6677-8899-aabbccddeeff")), """{"$uuid":"00112233-4455-6677-8899-aabbccddeeff"}""");
        yield return new TestCaseData(new BsonValue(new ObjectId("0123456789abcdef01234567")), """{"$oid":"0123456789abcdef01234567"}""");
        yield return new TestCaseData(new BsonValue(new byte[] { 1, 2 }), """{"$binary":{"base64":"AQI=","subType":"00"}}""");
        yield return new TestCaseData(new BsonValue(Array.Empty<byte>()), """{"$binary":{"base64":"","subType":"00"}}""");
        yield return new TestCaseData(BsonValue.MinValue, """{"$minKey":1}""");
        yield return new TestCaseData(BsonValue.MaxValue, """{"$maxKey":1}""");
        yield return new TestCaseData(new BsonArray(), "[]");
        yield return new TestCaseData(new BsonDocument(), "{}");
        yield return new TestCaseData(new BsonValue(""), "\"\"");
        yield return new TestCaseData(new BsonValue("é 日本 💡 <a href='x'> \" \\ \n \0"), """
            "é 日本 \uD83D\uDCA1 <a href='x'> \" \\ \n \u0000"
            """);
        yield return new TestCaseData(new BsonDocument { ["$oid"] = "no id" }, """{"$document":{"$oid":"no id"}}""");
        yield return new TestCaseData(new BsonDocument { ["$oid"] = "no id", ["b"] = 1 }, """{"$document":{"$oid":"no id","b":1}}""");
        yield return new TestCaseData(new BsonDocument { ["a"] = 1, ["$date"] = "x" }, """{"a":1,"$date":"x"}""");
        yield return new TestCaseData(new BsonDocument { ["$document"] = new BsonDocument { ["$document"] = 1 } }, """{"$document":{"$document":{"$document":{"$document":1}}}}""");
        yield return new TestCaseData(new BsonDocument { ["$id"] = 1L, ["$ref"] = "others" }, """{"$id":{"$numberLong":"1"},"$ref":"others"}""");
        yield return new TestCaseData(new BsonDocument { [""] = 1, ["A"] = new BsonArray(new BsonArray(), BsonValue.Null) }, """{"":1,"A":[[],null]}""");
    }

    [TestCaseSource(nameof(Values))]
    public async Task AndReadBackExactly(BsonValue value, string json)
    {
        var stored = Make(new BsonDocument { ["_id"] = 1, ["v"] = value });

        var dump = await Dump(stored);

        var loaded = await Load(dump);
        var comparison = await Compare(stored, loaded);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Lines(dump)[2], Is.EqualTo($$"""{"_id":1,"v":{{json}}}"""));
            Assert.That(Look(loaded, database => database.GetCollection("things").FindAll().Single()["v"].Type), Is.EqualTo(value.Type));
            Assert.That(comparison.IsEqual, Is.True, comparison.ToString());
        }
    }

    [Test]
    public void AsKeysToo() => RandomValues.Bson.Where(IsKey).Sample(
        key => ComesBack(Make(new BsonDocument { ["_id"] = key, ["v"] = 1 })), iter: 60, threads: 1);

    [Test]
    public void InRandomDocuments() => RandomValues.Bson.Array[1, 8].Sample(
        values => ComesBack(Make([.. values.Select((value, i) => new BsonDocument { ["_id"] = i, ["v"] = value, ["w"] = new BsonDocument { ["x"] = value } })])), iter: 100, threads: 1);

    [Test]
    public async Task NestedAsDeeplyAsADumpCan()
    {
        var stored = Make(new BsonDocument { ["_id"] = 1, ["v"] = Nested(4_999) });

        var comparison = await Compare(stored, await Load(await Dump(stored)));

        Assert.That(comparison.IsEqual, Is.True);
    }

    [Test]
    public async Task ButNotNestedMoreDeeply()
    {
        var stored = Make(new BsonDocument { ["_id"] = "deep", ["v"] = Nested(5_000) });

        var failed = await Assert.ThrowsAsync<MigrationException>(() => Dump(stored));

        Assert.That(failed!.Message, Is.EqualTo("""
            TM3407: A document of table things is nested too deeply for a dump.
              document  "deep"
              reason    a dump holds documents and arrays nested 5,000 times
            Change the document, or dump the other tables by name, and keep a backup of the database.
            """.ReplaceLineEndings("\n")));
    }

    private static BsonValue Nested(int times)
    {
        BsonValue value = 1;
        for (var i = 0; i < times; i++)
            value = i % 2 == 0 ? new BsonDocument { ["$date"] = value } : new BsonArray(value);
        return value;
    }

    // LiteDB keeps keys of 1,023 bytes, and makes a long of every number.
    private static bool IsKey(BsonValue key) => key.Type is not (BsonType.Null or BsonType.MinValue or BsonType.MaxValue)
        && (!key.IsNumber || Math.Abs(key.AsDouble) < 1e18) && BsonSerializer.Serialize(new BsonDocument { ["k"] = key }).Length < 200;

    private static bool ComesBack(MemoryStream stored)
    {
        var dump = Dump(stored).GetAwaiter().GetResult();
        var loaded = Load(dump).GetAwaiter().GetResult();
        return Compare(stored, loaded).GetAwaiter().GetResult().IsEqual && Dump(loaded).GetAwaiter().GetResult().AsSpan().SequenceEqual(dump)
            && Look(stored, Documents).SequenceEqual(Look(loaded, Documents));
    }

    // As LiteDB itself stores them, byte for byte.
    private static List<string> Documents(LiteDatabase database) =>
        [.. database.GetCollection("things").FindAll().Select(document => Convert.ToHexString(BsonSerializer.Serialize(document)))];
}
