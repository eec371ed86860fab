using System.Globalization;
using CsCheck;
using LiteDB;

namespace TypedMigrations.LiteDb.Tests.Documents;

/// <summary>Both ways: what we write LiteDB's mapper reads, what it writes we read, and both write the same. Alone, nullable and in collections.</summary>
public sealed class ValueIsStored
{
    [Test]
    public void AsLiteDbStoresText() => AssertBothWays(RandomValues.Text);

    [Test]
    public void AsLiteDbStoresAChar() => AssertBothWaysOrNull(RandomValues.Letter);

    [Test]
    public void AsLiteDbStoresABool() => AssertBothWaysOrNull(Gen.Bool);

    [Test]
    public void AsLiteDbStoresAByte() => AssertBothWaysOrNull(Gen.Byte);

    [Test]
    public void AsLiteDbStoresAnSByte() => AssertBothWaysOrNull(Gen.SByte);

    [Test]
    public void AsLiteDbStoresAShort() => AssertBothWaysOrNull(Gen.Short);

    [Test]
    public void AsLiteDbStoresAUShort() => AssertBothWaysOrNull(Gen.UShort);

    [Test]
    public void AsLiteDbStoresAnInt() => AssertBothWaysOrNull(Gen.Int);

    [Test]
    public void AsLiteDbStoresAUInt() => AssertBothWaysOrNull(Gen.UInt);

    [Test]
    public void AsLiteDbStoresALong() => AssertBothWaysOrNull(Gen.Long);

    [Test]
    public void AsLiteDbStoresAULong() => AssertBothWaysOrNull(RandomValues.ULong);

    [Test]
    public void AsLiteDbStoresAFloat() => AssertBothWaysOrNull(RandomValues.Float);

    [Test]
    public void AsLiteDbStoresADouble() => AssertBothWaysOrNull(RandomValues.Double);

    [Test]
    public void AsLiteDbStoresADecimalWithItsScale() => AssertBothWaysOrNull(RandomValues.Decimal);

    [Test]
    public void AsLiteDbStoresAnInstant() => AssertBothWaysOrNull(RandomValues.Instant);

    [Test]
    public void AsLiteDbStoresALocalInstant() => AssertBothWaysOrNull(RandomValues.Instant.Select(instant => instant.Kind == DateTimeKind.Utc ? instant.ToLocalTime() : instant));

    [Test]
    public void AsLiteDbStoresAnInstantWithAnOffset() => AssertBothWaysOrNull(RandomValues.Instant.Where(instant => instant.Kind == DateTimeKind.Utc).Select(instant => new DateTimeOffset(instant)));

    [Test]
    public void AsLiteDbStoresADay() => AssertBothWaysOrNull(RandomValues.Day, Values.WithoutTypeNames);

    [Test]
    public void AsLiteDbStoresATimeSpan() => AssertBothWaysOrNull(RandomValues.Span);

    [Test]
    public void AsLiteDbStoresAGuid() => AssertBothWaysOrNull(Gen.Guid);

    [Test]
    public void AsLiteDbStoresAnObjectId() => AssertBothWays(RandomValues.ObjectIds);

    [Test]
    public void AsLiteDbStoresAnAddress() => AssertBothWays(RandomValues.Address);

    [Test]
    public void AsLiteDbStoresBytes() => AssertBothWays(Gen.Byte.Array);

    [Test]
    public void AsLiteDbStoresAnEnumerationByName() => AssertBothWaysOrNull(RandomValues.Colors);

    [Test]
    public void AsLiteDbStoresFlags() => AssertBothWaysOrNull(RandomValues.Often(Rights.None, Rights.Read, Rights.Read | Rights.Write, (Rights)9));

    [Test]
    public void AsLiteDbStoresEnumerationsOfEveryWidth()
    {
        AssertBothWaysOrNull(RandomValues.Often(Small.Zero, Small.Most, (Small)7));
        AssertBothWaysOrNull(RandomValues.Often(Large.Least, Large.One, Large.Most));
        AssertBothWaysOrNull(RandomValues.Often(Unsigned.One, Unsigned.Most));
    }

    [Test]
    public void AsLiteDbStoresEnumerationsByNumberWhereTheConstantSaysSo() => RandomValues.Colors.Sample(value =>
    {
        var codec = Values.CodecOf(typeof(Color), EnumStorage.Number);
        var written = Values.Stored(codec.Write(value));
        Assert.That(codec.Read(written), Is.EqualTo(value));
        Assert.That(codec.Read(Values.WriteByMapper(value)), Is.EqualTo(value), "by name");
        Assert.That(Values.ReadByMapper<Color>(written), Is.EqualTo(value));
        Assert.That(Values.Same(written, Values.WriteByMapper(value, new BsonMapper { EnumAsInteger = true })), Is.True);
    }, iter: 50);

    [Test]
    public void AsLiteDbStoresLiteDbsOwnValues()
    {
        AssertMapperAgrees(RandomValues.Bson.Where(value => !value.IsNull));
        AssertMapperAgrees(RandomValues.Bson.Where(value => value.IsDocument).Select(value => value.AsDocument));
        AssertMapperAgrees(RandomValues.Bson.Where(value => value.IsArray).Select(value => value.AsArray));
    }

    [Test]
    public void AsItIsWhereTheConstantIsAnObject() => RandomValues.Bson.Where(value => !value.IsNull).Sample(value =>
    {
        var codec = Values.CodecOf(typeof(object));
        return Values.Same(codec.Write(codec.Read(value)), value);
    });

    [Test]
    public void AndEmptyTextAndBlanksAreKeptThoughTheMapperWouldWriteOthers()
    {
        var mapper = new BsonMapper();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Values.WriteByMapper("", mapper).IsNull, Is.True);
            Assert.That(Values.WriteByMapper(" a ", mapper).AsString, Is.EqualTo("a"));
            Assert.That(Values.ReadByMapper<string>(Values.CodecOf(typeof(string)).Write("")), Is.Empty);
            Assert.That(Values.ReadByMapper<string>(Values.CodecOf(typeof(string)).Write(" a ")), Is.EqualTo(" a "));
        }
    }

    [Test, SetCulture("sv-SE")]
    public void AndTheMachinesCultureDoesNotMatter()
    {
        var keys = Values.CodecOf(typeof(Dictionary<int, int>));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((-1).ToString(CultureInfo.CurrentCulture), Is.EqualTo("\u22121"));
            Assert.That(Values.CodecOf(typeof(Color)).Write((Color)(-1)).AsString, Is.EqualTo("-1"));
            Assert.That(keys.Write(new Dictionary<int, int> { [-1] = 5 }).AsDocument.Keys, Is.EqualTo(new[] { "-1" }));
            Assert.That(keys.Read(new BsonDocument { ["\u22121"] = 5 }), Is.EqualTo(new Dictionary<int, int> { [-1] = 5 }), "as a mapper on such a machine wrote it");
            Assert.That(new BsonMapper().Deserialize<Dictionary<int, int>>(new BsonDocument { ["-1"] = 5 }), Is.EqualTo(new Dictionary<int, int> { [-1] = 5 }), "the mapper on such a machine");
            Assert.That(new BsonMapper().Deserialize<Color>(new BsonValue("-1")), Is.EqualTo((Color)(-1)), "the mapper on such a machine");
        }
    }

    [TestCase(5)]
    [TestCase(5L)]
    [TestCase(5.0)]
    public void AndAWholeNumberIsReadAsEveryNumberThatHoldsIt(object stored)
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (var type in new[] { typeof(byte), typeof(sbyte), typeof(short), typeof(ushort), typeof(int), typeof(uint), typeof(long), typeof(ulong), typeof(float), typeof(double), typeof(decimal) })
            {
                Assert.That(Values.CodecOf(type).Read(new BsonValue(stored)), Is.EqualTo(Convert.ChangeType(5, type, null)).And.TypeOf(type));
                Assert.That(Values.CodecOf(type).Read(new BsonValue(5.0m)), Is.EqualTo(Convert.ChangeType(5, type, null)).And.TypeOf(type));
            }
        }
    }

    private static void AssertBothWays<T>(Gen<T> values)
        where T : class
    {
        AssertMapperAgrees(values);
        var withNulls = Gen.OneOf(values.Select(value => (T?)value), Gen.Const((T?)null));
        AssertMapperAgrees(withNulls.Array[0, 4]);
        AssertMapperAgrees(withNulls.List[0, 4]);
        AssertMapperAgrees(MapOf(withNulls));
    }

    private static void AssertBothWaysOrNull<T>(Gen<T> values, Func<BsonValue, BsonValue>? withoutWhatTheMapperAdds = null)
        where T : struct
    {
        AssertMapperAgrees(values);
        AssertMapperAgrees(values.Select(value => (T?)value), withoutWhatTheMapperAdds);
        AssertMapperAgrees(values.List[0, 4]);
        AssertMapperAgrees(values.List[0, 3].Array[0, 3]);
        AssertMapperAgrees(MapOf(values));
        var withNulls = Gen.OneOf(values.Select(value => (T?)value), Gen.Const((T?)null));
        AssertMapperAgrees(withNulls.Array[0, 4], withoutWhatTheMapperAdds);
        AssertMapperAgrees(withNulls.List[0, 4], withoutWhatTheMapperAdds);
        AssertMapperAgrees(MapOf(withNulls), withoutWhatTheMapperAdds);
        if (Values.WhyRefused(typeof(T[])) is null)
            AssertMapperAgrees(values.Array[0, 4]);
    }

    private static Gen<Dictionary<string, T>> MapOf<T>(Gen<T> values) =>
        values.Array[0, 4].Select(items => items.Select((item, i) => (Key: "key " + i, item)).ToDictionary(pair => pair.Key, pair => pair.item));

    private static void AssertMapperAgrees<T>(Gen<T> values, Func<BsonValue, BsonValue>? withoutWhatTheMapperAdds = null)
    {
        var codec = Values.CodecOf(typeof(T));
        values.Sample(value =>
        {
            var ours = Values.Stored(codec.Write(value!));
            var mappers = Values.Stored(Values.WriteByMapper(value));
            return Values.Same(ours, withoutWhatTheMapperAdds?.Invoke(mappers) ?? mappers) && codec.Fits(mappers)
                && Values.Same(codec.Read(ours), value) && Values.Same(codec.Read(mappers), value) && Values.Same((object?)Values.ReadByMapper<T>(ours), value);
        }, iter: 300, print: value => $"{typeof(T)}: {value}");
    }
}
