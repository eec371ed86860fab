using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using CsCheck;
using LiteDB;

namespace TypedMigrations.LiteDb.Tests.Documents;

/// <summary>Every collection that can be declared, in the form that LiteDB's mapper writes; where it cannot make the collection, it reads a plain one.</summary>
public sealed class CollectionIsStored
{
    private static readonly Gen<List<string?>> Texts = Gen.OneOf(RandomValues.Text.Select(text => (string?)text), Gen.Const((string?)null)).List[0, 5];
    private static readonly Gen<List<string?>> Distinct = Gen.String.AlphaNumeric.Select(text => (string?)text.ToLowerInvariant()).List[0, 5].Select(texts => texts.Distinct(StringComparer.Ordinal).ToList());
    private static readonly Gen<Dictionary<string, int>> Map = Gen.Int.Array[0, 4].Select(items => items.Select((item, i) => (Key: "key" + i, item)).ToDictionary(pair => pair.Key, pair => pair.item));

    [Test]
    public void AsAnArrayThatTheMapperReadsToo()
    {
        Assert<string?[]>(Texts, texts => [.. texts]);
        Assert<List<string?>>(Texts, texts => texts);
        Assert<IEnumerable<string?>>(Texts, texts => texts);
        Assert<ICollection<string?>>(Texts, texts => texts);
        Assert<IList<string?>>(Texts, texts => texts);
        Assert<IReadOnlyCollection<string?>>(Texts, texts => texts);
        Assert<IReadOnlyList<string?>>(Texts, texts => texts);
        Assert<Collection<string?>>(Texts, texts => [.. texts]);
        Assert<ObservableCollection<string?>>(Texts, texts => [.. texts]);
        Assert<HashSet<string?>>(Distinct, texts => [.. texts]);
        Assert<ISet<string?>>(Distinct, texts => new HashSet<string?>(texts));
        Assert<SortedSet<string?>>(Distinct, texts => [.. texts]);
    }

    [Test]
    public void AsAnArrayThatTheMapperReadsAsAList()
    {
        Assert<ReadOnlyCollection<string?>, List<string?>>(Texts, texts => new ReadOnlyCollection<string?>(texts));
        Assert<ArraySegment<string?>, List<string?>>(Texts, texts => new ArraySegment<string?>([.. texts, "more"], 0, texts.Count));
        Assert<Queue<string?>, List<string?>>(Texts, texts => new Queue<string?>(texts));
        Assert<LinkedList<string?>, List<string?>>(Texts, texts => new LinkedList<string?>(texts));
        Assert<ImmutableArray<string?>, List<string?>>(Texts, texts => [.. texts]);
        Assert<ImmutableList<string?>, List<string?>>(Texts, texts => [.. texts]);
        Assert<IImmutableList<string?>, List<string?>>(Texts, texts => ImmutableList.CreateRange(texts));
        Assert<IReadOnlySet<string?>, HashSet<string?>>(Distinct, texts => new HashSet<string?>(texts));
        Assert<ReadOnlySet<string?>, HashSet<string?>>(Distinct, texts => new ReadOnlySet<string?>(new HashSet<string?>(texts)));
        Assert<FrozenSet<string?>, HashSet<string?>>(Distinct, texts => texts.ToFrozenSet());
        Assert<ImmutableHashSet<string?>, HashSet<string?>>(Distinct, texts => [.. texts]);
        Assert<IImmutableSet<string?>, HashSet<string?>>(Distinct, texts => ImmutableHashSet.CreateRange(texts));
        Assert<ImmutableSortedSet<string?>, HashSet<string?>>(Distinct, texts => [.. texts]);
    }

    [Test]
    public void AsADocumentThatTheMapperReadsToo()
    {
        Assert<Dictionary<string, int>>(Map, map => map);
        Assert<IDictionary<string, int>>(Map, map => map);
        Assert<SortedDictionary<string, int>>(Map, map => new SortedDictionary<string, int>(map));
        Assert<SortedList<string, int>>(Map, map => new SortedList<string, int>(map));
    }

    [Test]
    public void AsADocumentThatTheMapperReadsAsADictionary()
    {
        // The mapper writes an IReadOnlyDictionary by its class, and reads it not at all.
        Assert<IReadOnlyDictionary<string, int>, Dictionary<string, int>>(Map, map => map);
        Assert<ReadOnlyDictionary<string, int>, Dictionary<string, int>>(Map, map => new ReadOnlyDictionary<string, int>(map));
        Assert<FrozenDictionary<string, int>, Dictionary<string, int>>(Map, map => map.ToFrozenDictionary());
        Assert<ImmutableDictionary<string, int>, Dictionary<string, int>>(Map, map => map.ToImmutableDictionary());
        Assert<IImmutableDictionary<string, int>, Dictionary<string, int>>(Map, map => map.ToImmutableDictionary());
        Assert<ImmutableSortedDictionary<string, int>, Dictionary<string, int>>(Map, map => map.ToImmutableSortedDictionary());
    }

    [Test]
    public void WithKeysThatTheMapperReadsBack()
    {
        AssertKeys(Gen.Byte);
        AssertKeys(Gen.SByte);
        AssertKeys(Gen.Short);
        AssertKeys(Gen.UShort);
        AssertKeys(Gen.Int);
        AssertKeys(Gen.UInt);
        AssertKeys(Gen.Long);
        AssertKeys(RandomValues.ULong);
        AssertKeys(RandomValues.Colors);
        AssertKeys(RandomValues.Often(Rights.None, Rights.Read | Rights.Write, (Rights)9));
    }

    [Test]
    public void InCollectionsOfCollections()
    {
        Assert<List<List<int>>>(Gen.Int.List[0, 3].List[0, 3], lists => lists);
        Assert<List<List<int>?>>(Gen.OneOf(Gen.Int.List[0, 3].Select(list => (List<int>?)list), Gen.Const((List<int>?)null)).List[0, 3], lists => lists);
        Assert<Dictionary<string, List<string?>>>(Texts.Array[0, 3].Select(lists => lists.Select((list, i) => (Key: "k" + i, list)).ToDictionary(pair => pair.Key, pair => pair.list)), map => map);
        Assert<List<Dictionary<string, int>>>(Map.List[0, 3], maps => maps);
        Assert<Dictionary<string, Dictionary<string, int>>>(Map.Select(map => new Dictionary<string, Dictionary<string, int>> { ["one"] = map }), map => map);
        Assert<Dictionary<string, object>>(Map.Select(map => map.ToDictionary(pair => pair.Key, pair => (object)pair.Value)), map => map);
        Assert<List<BsonValue>>(RandomValues.Bson.Where(value => !value.IsNull).List[0, 3], values => values);
    }

    private static void AssertKeys<TKey>(Gen<TKey> keys)
        where TKey : notnull => Assert<Dictionary<TKey, string>>(keys.Array[0, 4].Select(items => items.Distinct().ToDictionary(item => item, item => "x")), map => map);

    private static void Assert<T>(Gen<T> values, Func<T, T> make)
        where T : notnull => Assert<T, T, T>(values, make);

    private static void Assert<T>(Gen<List<string?>> values, Func<List<string?>, T> make)
        where T : notnull => Assert<T, T, List<string?>>(values, make);

    private static void Assert<T>(Gen<Dictionary<string, int>> values, Func<Dictionary<string, int>, T> make)
        where T : notnull => Assert<T, T, Dictionary<string, int>>(values, make);

    private static void Assert<T, TReadByMapper>(Gen<List<string?>> values, Func<List<string?>, T> make)
        where T : notnull => Assert<T, TReadByMapper, List<string?>>(values, make);

    private static void Assert<T, TReadByMapper>(Gen<Dictionary<string, int>> values, Func<Dictionary<string, int>, T> make)
        where T : notnull => Assert<T, TReadByMapper, Dictionary<string, int>>(values, make);

    private static void Assert<T, TReadByMapper, TRandom>(Gen<TRandom> values, Func<TRandom, T> make)
        where T : notnull
    {
        var codec = Values.CodecOf(typeof(T));
        NUnit.Framework.Assert.That(Values.WhyRefused(typeof(T)), Is.Null);
        values.Sample(random =>
        {
            var value = make(random);
            var ours = Values.Stored(codec.Write(value));
            var mappers = Values.Stored(Values.WriteByMapper(value));
            return Values.Same(ours, mappers) && codec.Fits(ours) && codec.Read(ours) is T read && Values.Same(read, value)
                && Values.Same(Values.Stored(Values.WriteByMapper(Values.ReadByMapper<TReadByMapper>(ours))), ours);
        }, iter: 200, print: value => $"{typeof(T)}: {value}");
    }
}
