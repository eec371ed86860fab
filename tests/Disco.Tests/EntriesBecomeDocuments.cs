using Disco.M20201029_OrgReferenceRenamed;
using TypedMigrations.Planning;
using New = Disco.M20201030_MapsBecomeTables;

namespace Disco.Tests;

/// <summary>What the migration makes of one entry of a map, without a database.</summary>
public sealed class EntriesBecomeDocuments
{
    [TestCase(null, null)]
    [TestCase("", null)]
    [TestCase("  ", null)]
    [TestCase(0, 0UL)]
    [TestCase(7, 7UL)]
    [TestCase(long.MaxValue, 9_223_372_036_854_775_807UL)]
    [TestCase(3.0, 3UL)]
    [TestCase(" 12 ", 12UL)]
    [TestCase("18446744073709551615", ulong.MaxValue)]
    public void PledgesAreReadWhateverTheirTypeWas(object? pledged, ulong? expected) => Assert.That(ValueOf(pledged).Pledged, Is.EqualTo(expected));

    [Test]
    public void DecimalPledgesAreReadToo() => Assert.That(ValueOf(4.00m).Pledged, Is.EqualTo(4UL));

    [TestCase(-1)]
    [TestCase(-1L)]
    [TestCase(0.5)]
    [TestCase(double.NaN)]
    [TestCase(1e30)]
    [TestCase("-1")]
    [TestCase("1,000")]
    [TestCase("some")]
    [TestCase(true)]
    public void OtherPledgesAreRefused(object pledged) => Assert.That(() => ValueOf(pledged), Throws.TypeOf<FormatException>().Or.TypeOf<OverflowException>());

    [TestCase(new[] { "a" }, 0, "a")]
    [TestCase(new[] { "a", "b" }, 1, "b")]
    [TestCase(new[] { "a", "A" }, 0, "a")]
    [TestCase(new[] { "a", "A" }, 1, "A:1")]
    [TestCase(new[] { "a", "b", "a" }, 2, "a:2")]
    [TestCase(new[] { "a", null }, 1, "u1:1")]
    [TestCase(new[] { "a", " " }, 1, "u1:1")]
    public void KeysAreTheirIdsWhereTheListHasThemOnce(string?[] ids, int place, string key) =>
        Assert.That(Extracted([.. ids.Select(id => new ValueEntry(id))], place).Id, Is.EqualTo(key));

    private static New.SupportRoleValue ValueOf(object? pledged) => Extracted([new ValueEntry("v1", Pledged: pledged)], 0);

    private static New.SupportRoleValue Extracted(ValueEntry[] entries, int place)
    {
        var extract = DiscoHistory.Migration("MapsBecomeTables").Steps.OfType<ExtractElements>().Single(step => step.Into.Name == "support_role_values");
        return (New.SupportRoleValue)extract.Function(new SurveyUser("u1", SchemaValues: new SurveyValues(entries)), entries[place], place)!;
    }
}
