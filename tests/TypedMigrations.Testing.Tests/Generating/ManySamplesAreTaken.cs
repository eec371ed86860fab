using System.Globalization;
using TypedMigrations.Testing.Generating;
using TypedMigrations.Testing.Tests.Generating.Clocks;
using TypedMigrations.Testing.Tests.Generating.Clocks.M20240101_Clocks;
using TypedMigrations.Testing.Tests.Generating.Kinds;
using TypedMigrations.Testing.Tests.Generating.Kinds.M20240101_EveryKind;

namespace TypedMigrations.Testing.Tests.Generating;

/// <summary>What migrations stumble over is among 2,000 samples of one seed, each at least a few times.</summary>
public sealed class ManySamplesAreTaken
{
    private const int AFew = 5;

    private readonly List<IReadOnlyDictionary<Schemas.TableSchema, IReadOnlyList<object>>> _samples = [.. Version<KindsModule>.Samples(2_000)];

    private static IEnumerable<TestCaseData> Texts => Cases<string?>(
        ("null", text => text is null), ("empty", text => text == ""), ("blanks", text => text is { Length: > 0 } && text.All(char.IsWhiteSpace)), ("blanks around", text => text is not null && text.Trim() != text && text.Trim() != ""),
        ("long", text => text?.Length > 4_000), ("beyond the BMP", text => text is not null && text.Any(char.IsSurrogate)),
        ("combining marks", text => text is not null && text.Any(letter => CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark)),
        ("Turkish i", text => text is not null && text.AsSpan().ContainsAny('\u0130', '\u0131')), ("upper case of a usual word", text => text == "ANNA"), ("a usual word", text => text == "Anna"),
        ("not composed", text => text is not null && text != text.Normalize()), ("a number", text => text is "007" or "-1"), ("lines", text => text?.Contains('\n') == true));

    private static IEnumerable<TestCaseData> Numbers => Cases<Scalars>(
        ("int", item => item.MaybeInt is null), ("least int", item => item.MaybeInt == int.MinValue), ("most int", item => item.MaybeInt == int.MaxValue), ("zero", item => item.MaybeInt == 0), ("minus one", item => item.MaybeInt == -1),
        ("least long", item => item.Long == long.MinValue), ("most ulong", item => item.ULong == ulong.MaxValue), ("more than long", item => item.ULong > long.MaxValue), ("beyond int", item => item.Long > int.MaxValue),
        ("most byte", item => item.Byte == byte.MaxValue), ("least sbyte", item => item.SByte == sbyte.MinValue), ("NaN", item => double.IsNaN(item.Double)), ("infinity", item => float.IsInfinity(item.Float)),
        ("negative zero", item => float.IsNegative(item.Float) && item.Float == 0), ("most decimal", item => item.Decimal == decimal.MaxValue), ("scale", item => item.Decimal == 1.1m && item.Decimal.Scale == 2));

    private static IEnumerable<TestCaseData> Others => Cases<Scalars>(
        ("least time", item => item.At == DateTime.MinValue), ("most time", item => item.At == DateTime.MaxValue), ("epoch", item => item.Since == DateTimeOffset.UnixEpoch), ("before the epoch", item => item.At < DateTime.UnixEpoch),
        ("leap day", item => item.Day is { Month: 2, Day: 29 }), ("least day", item => item.Day == DateOnly.MinValue), ("negative span", item => item.Span < TimeSpan.Zero), ("most span", item => item.Span == TimeSpan.MaxValue),
        ("empty GUID", item => item.Guid == Guid.Empty), ("no bytes", item => item.Bytes.Length == 0), ("many bytes", item => item.Bytes.Length >= 200), ("flags together", item => item.Rights == (Rights.Read | Rights.Own)),
        ("flags by number", item => item.RightsNumber == (Rights.Write | Rights.Own)), ("no flag", item => item.Rights == Rights.None), ("each member", item => item.Color == Color.Green), ("no member", item => item.MaybeColor is null),
        ("an address with an escape", item => item.Address.AbsoluteUri.Contains('%')), ("a name of many", item => !item.Address.IsDefaultPort), ("mark of zeros", item => item.Mark == new LiteDB.ObjectId(new byte[12])));

    private static IEnumerable<TestCaseData> Structures => Cases<Collections>(
        ("empty array", item => item.Array.Length == 0), ("element twice", item => item.Array.Distinct().Count() < item.Array.Length), ("null number in a list", item => item.Maybes.Contains(null)),
        ("null text in a list", item => item.MaybeTexts.Contains(null)), ("no list", item => item.Optional is null), ("empty optional list", item => item.Optional?.Count == 0), ("empty list in a list", item => item.Lists.Any(list => list.Count == 0)),
        ("empty text in a list", item => item.Array.Contains("")), ("most elements", item => item.Immutable.Length == 3));

    private static IEnumerable<TestCaseData> Trees => Cases<Maps>(
        ("empty map", item => item.Texts.Count == 0), ("odd name", item => item.Texts.Keys.Any(name => name.AsSpan().ContainsAny(".$ []"))), ("negative name", item => item.Numbers.Keys.Any(name => name < 0)), ("null in a map", item => item.Immutable.Values.Contains(null)),
        ("tree of a map", item => item.Tree is Dictionary<string, object?> { Count: > 0 }), ("tree of a list", item => item.Tree is List<object?> { Count: > 0 }), ("no tree", item => item.MaybeTree is null), ("number as tree", item => item.Tree is long),
        ("null in a tree", item => item.Tree is List<object?> list && list.Contains(null)));

    private static IEnumerable<TestCaseData> References => Cases<Person>(
        ("nobody", item => item.FriendId is null), ("itself", item => item.FriendId == item.Id), ("no records", item => item.Phones.Count == 0), ("no nested record", item => item.Home.Country is null), ("flags", item => item.Orders.Length > 1));

    [TestCaseSource(nameof(Texts))]
    public void SomeTextsAre(Func<string?, bool> wanted) => AssertAFew(All<Scalars>().Select(item => item.Note).Concat(All<Scalars>().Select(item => item.Text)).Concat(All<Collections>().SelectMany(item => item.Lists).SelectMany(list => list)), wanted);

    [TestCaseSource(nameof(Numbers))]
    [TestCaseSource(nameof(Others))]
    public void SomeValuesAre(Func<Scalars, bool> wanted) => AssertAFew(All<Scalars>(), wanted);

    [TestCaseSource(nameof(Structures))]
    public void SomeCollectionsHave(Func<Collections, bool> wanted) => AssertAFew(All<Collections>(), wanted);

    [TestCaseSource(nameof(Trees))]
    public void SomeMapsHave(Func<Maps, bool> wanted) => AssertAFew(All<Maps>(), wanted);

    [TestCaseSource(nameof(References))]
    public void SomePersonsHave(Func<Person, bool> wanted) => AssertAFew(All<Person>(), wanted);

    [Test]
    public void SomeOptionalReferencesLeadNowhere()
    {
        AssertAFew(_samples, sample => sample.Records<Person>().Any(person => person.FriendId is not null && sample.Records<Person>().All(other => other.Id != person.FriendId)));
        Assert.That(Version<KindsModule>.Samples(500, new GeneratedValues { ReferencesMayDangle = false }).SelectMany(sample => sample.Records<Person>().Where(person => person.FriendId is not null && sample.Records<Person>().All(other => other.Id != person.FriendId))), Is.Empty);
    }

    [Test]
    public void SomeReferencesThatNobodyDeclaredLeadToADocument() =>
        AssertAFew(_samples, sample => sample.Records<Profile>().Any(profile => sample.Records<Order>().Any(order => order.ProfileIds.Contains(profile.Id) && order.PersonId != profile.Id)));

    [Test]
    public void SomeTablesAreEmptyAndOthersAreNot()
    {
        AssertAFew(_samples, sample => sample.Documents() == 1);
        AssertAFew(_samples, sample => sample.Values.All(records => records.Count > 0));
        AssertAFew(_samples, sample => sample.Records<Maps>().Count == 8);
    }

    [Test]
    public void SomeTimesOfDayAreTheLast() => AssertAFew(Version<ClocksModule>.Records<Clock>(2_000), clock => clock.Time == TimeOnly.MaxValue);

    private static IEnumerable<TestCaseData> Cases<T>(params (string Name, Func<T, bool> Wanted)[] cases) => cases.Select(item => new TestCaseData(item.Wanted).SetArgDisplayNames(item.Name));

    private static void AssertAFew<T>(IEnumerable<T> values, Func<T, bool> wanted) => Assert.That(values.Count(wanted), Is.GreaterThanOrEqualTo(AFew));

    private IEnumerable<TRecord> All<TRecord>() => _samples.SelectMany(sample => sample.Records<TRecord>());
}
