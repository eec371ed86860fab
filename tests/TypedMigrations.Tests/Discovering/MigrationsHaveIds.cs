using System.Globalization;
using TypedMigrations.Tests.Building;

namespace TypedMigrations.Tests.Discovering;

public sealed class MigrationsHaveIds
{
    [TestCase("20201027_ManyRoles", "2020-10-27T00:00:00Z", "ManyRoles")]
    [TestCase("20201027153000_ManyRoles", "2020-10-27T15:30:00Z", "ManyRoles")]
    [TestCase("20201027__Many__Roles_", "2020-10-27T00:00:00Z", "_Many__Roles_")]
    [TestCase("20201027_Größe2", "2020-10-27T00:00:00Z", "Größe2")]
    [Behavior(14)]
    public void TheyAreReadAndWrittenAlike(string text, string stamp, string name)
    {
        var id = MigrationId.TryParse(text, "Accounts")!;

        Assert.That(id.Stamp, Is.EqualTo(DateTime.Parse(stamp, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal)));
        Assert.That(id.Stamp.Kind, Is.EqualTo(DateTimeKind.Utc));
        Assert.That((id.Name, id.Text, id.ToString()), Is.EqualTo((name, text, $"{text} of module Accounts")));
    }

    [TestCase("")]
    [TestCase("2020102_A")]
    [TestCase("202010271_A")]
    [TestCase("2020102715300_A")]
    [TestCase("202010271530000_A")]
    [TestCase("20201302_A")]
    [TestCase("20200230_A")]
    [TestCase("20201027240000_A")]
    [TestCase("20201027_")]
    [TestCase("20201027")]
    [TestCase("20201027A")]
    [TestCase("20201027_A B")]
    [TestCase("20201027_A.B")]
    [TestCase("20201027_A\n")]
    [TestCase("M20201027_A")]
    [TestCase("-0201027_A")]
    [TestCase("۲۰۲۰۱۰۲۷_A")]
    [Behavior(10)]
    public void OthersAreNone(string text) => Assert.That(MigrationId.TryParse(text, "Accounts"), Is.Null);

    [TestCase("fa-IR")]
    [TestCase("ar-SA")]
    [TestCase("th-TH")]
    [Behavior(12)]
    public void TheyDoNotDependOnTheCulture(string culture)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

        var id = MigrationId.TryParse("20201027153000_ManyRoles", "Accounts")!;

        Assert.That(id.Stamp, Is.EqualTo(new DateTime(2020, 10, 27, 15, 30, 0, DateTimeKind.Utc)));
        Assert.That(id.ToString(), Is.EqualTo("20201027153000_ManyRoles of module Accounts"));
        Assert.That(Code.Of("20201027_ManyRoles").TryFind("20201027000000"), Is.Not.Null);
        Assert.That(Code.Plan(Code.Of("20201027_ManyRoles"), Code.Database("20201027_ManyRoles", "20201006_First")).ProblemText(), Does.Contain("2020-11-20 09:14:03Z"));
    }

    [Test]
    [Behavior(11)]
    public void TheyIncreaseFromMigrationToMigration()
    {
        var ids = Code.Of("20201027_B", "20201027000001_A", "20211027_A", "Disco/20201027_A", "20201026235959_Z").Migrations.Select(migration => migration.Id).ToList();

        Assert.That(ids, Is.Ordered.Ascending);
        Assert.That(ids.Zip(ids.Skip(1), (one, next) => one.CompareTo(next)), Is.All.Negative);
        Assert.That(ids[0].CompareTo(null), Is.Positive);
    }

    [TestCase("20201027")]
    [TestCase("20201027_B")]
    [TestCase("B")]
    [TestCase("20201027000000")]
    [Behavior(13)]
    public void TheyAreFoundByStampIdOrName(string text) => Assert.That(Code.Of("20201026_A", "20201027_B").TryFind(text)!.Id.Name, Is.EqualTo("B"));

    [TestCase("20201028")]
    [TestCase("2020")]
    [TestCase("b")]
    [TestCase("")]
    [Behavior(13)]
    public void UnknownOnesAreNotFound(string text) => Assert.That(Code.Of("20201026_A", "20201027_B").TryFind(text), Is.Null);

    [Test]
    [Behavior(13)]
    public void AmbiguousOnesAreFoundInTheirModule()
    {
        var catalog = Code.Of("20201027_A", "Disco/20201027_A");

        Assert.That(catalog.TryFind("A"), Is.Null);
        Assert.That(catalog.TryFind("A", "Disco")!.Id.Module, Is.EqualTo("Disco"));
    }
}
