using CsCheck;
using LiteDB;

namespace TypedMigrations.LiteDb.Tests.Documents;

/// <summary>Both ways: what we write LiteDB's mapper reads, and what it writes we read.</summary>
public sealed class ValueIsStored
{
    private static readonly Gen<DateTime> Instants = Gen.Long[0, DateTime.MaxValue.Ticks / TimeSpan.TicksPerMillisecond - 1].Select(ms => new DateTime(ms * TimeSpan.TicksPerMillisecond, DateTimeKind.Utc));

    [Test]
    public void AsLiteDbStoresText() => AssertBothWays(Gen.String);

    [Test]
    public void AsLiteDbStoresABool() => AssertBothWays(Gen.Bool);

    [Test]
    public void AsLiteDbStoresAByte() => AssertBothWays(Gen.Byte);

    [Test]
    public void AsLiteDbStoresAShort() => AssertBothWays(Gen.Short);

    [Test]
    public void AsLiteDbStoresAUShort() => AssertBothWays(Gen.UShort);

    [Test]
    public void AsLiteDbStoresAnInt() => AssertBothWays(Gen.Int);

    [Test]
    public void AsLiteDbStoresAUInt() => AssertBothWays(Gen.UInt);

    [Test]
    public void AsLiteDbStoresALong() => AssertBothWays(Gen.Long);

    [Test]
    public void AsLiteDbStoresAULong() => AssertBothWays(Gen.ULong[0, long.MaxValue]);

    [Test]
    public void AsLiteDbStoresADouble() => AssertBothWays(Gen.Double);

    [Test]
    public void AsLiteDbStoresADecimal() => AssertBothWays(Gen.Decimal);

    [Test]
    public void AsLiteDbStoresAGuid() => AssertBothWays(Gen.Guid);

    [Test]
    public void AsLiteDbStoresATimeSpan() => AssertBothWays(Gen.TimeSpan);

    [Test]
    public void AsLiteDbStoresBytes() => AssertBothWays(Gen.Byte.Array);

    [Test]
    public void AsLiteDbStoresAnEnumerationByName() => AssertBothWays(OneOf(Color.Red, Color.Green));

    [Test]
    public void AsLiteDbStoresFlags() => AssertBothWays(OneOf(Rights.None, Rights.Read, Rights.Read | Rights.Write));

    [Test]
    public void AsLiteDbStoresAList() => AssertBothWays(Gen.String.List);

    [Test]
    public void AsLiteDbStoresAnArray() => AssertBothWays(Gen.Int.Array);

    [Test]
    public void AsLiteDbStoresAMap() =>
        AssertBothWays(Gen.Long.Array[0, 9].Select(values => values.Select((value, i) => (Key: "key" + i, value)).ToDictionary(item => item.Key, item => item.value)));

    [Test]
    public void AsLiteDbStoresAnInstant() => Instants.Sample(value =>
    {
        var codec = Values.CodecOf(typeof(DateTime));
        var written = Values.Stored(codec.Write(value));
        return (DateTime)codec.Read(written)! == value && ((DateTime)codec.Read(written)!).Kind == DateTimeKind.Utc
            && Values.ReadByMapper<DateTime>(written).ToUniversalTime() == value
            && (DateTime)codec.Read(Values.Stored(Values.WriteByMapper(value)))! == value;
    });

    [Test]
    public void AsLiteDbStoresALocalInstant() => Assert.That(
        Values.CodecOf(typeof(DateTime)).Read(Values.Stored(Values.CodecOf(typeof(DateTime)).Write(new DateTime(2024, 5, 6, 7, 8, 9, DateTimeKind.Local)))),
        Is.EqualTo(new DateTime(2024, 5, 6, 7, 8, 9, DateTimeKind.Local).ToUniversalTime()));

    [Test]
    public void AsLiteDbStoresAnObjectId() => AssertBothWays(Gen.Byte.Array[12].Select(bytes => new ObjectId(bytes)));

    [Test]
    public void AsANumberWhereTheConstantSaysSo()
    {
        var codec = Values.CodecOf(typeof(Color), EnumStorage.Number);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(codec.Write(Color.Green), Is.EqualTo(new BsonValue(5)));
            Assert.That(codec.Read(new BsonValue(5)), Is.EqualTo(Color.Green));
            Assert.That(codec.Read(new BsonValue("Green")), Is.EqualTo(Color.Green));
            Assert.That(Values.ReadByMapper<Color>(new BsonValue(5)), Is.EqualTo(Color.Green));
        }
    }

    [Test]
    public void AsAnythingWhereTheConstantIsAnObject()
    {
        var codec = Values.CodecOf(typeof(object));
        var value = new BsonDocument { ["a"] = new BsonArray { 1, 2L, "x", BsonValue.Null, 1.5m }, ["b"] = new BsonDocument { ["c"] = Guid.Empty } };

        Assert.That(codec.Write(codec.Read(value)!), Is.EqualTo(value));
    }

    [Test]
    public void AndANumberOfAnotherWidthIsReadWhereItFits()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Values.CodecOf(typeof(long)).Read(new BsonValue(5)), Is.EqualTo(5L));
            Assert.That(Values.CodecOf(typeof(int)).Read(new BsonValue(5L)), Is.EqualTo(5));
            Assert.That(Values.CodecOf(typeof(double)).Read(new BsonValue(5)), Is.EqualTo(5.0));
            Assert.That(Values.CodecOf(typeof(decimal)).Read(new BsonValue(5L)), Is.EqualTo(5m));
        }
    }

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static void AssertBothWays<T>(Gen<T> values)
    {
        var codec = Values.CodecOf(typeof(T));
        values.Sample(value =>
        {
            var written = Values.Stored(codec.Write(value!));
            Assert.That(codec.Read(written), Is.EqualTo(value), "ours, read by us");
            Assert.That(Values.ReadByMapper<T>(written), Is.EqualTo(value), "ours, read by LiteDB");
            Assert.That(codec.Read(Values.Stored(Values.WriteByMapper(value))), Is.EqualTo(value), "LiteDB's, read by us");
        }, iter: 200);
    }
}
