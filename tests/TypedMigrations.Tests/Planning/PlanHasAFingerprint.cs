using TypedMigrations.Discovering;
using TypedMigrations.Planning;
using TypedMigrations.Storing;
using TypedMigrations.Tests.Building;

namespace TypedMigrations.Tests.Planning;

public sealed class PlanHasAFingerprint
{
    private static readonly string[] All = ["20201006_First", "20201022_Second"];

    private static string Of(DatabaseState state, PlanRequest? request = null, params string[] migrations) => Code.Plan(Code.Of(migrations.Length == 0 ? All : migrations), state, request).Fingerprint;

    [Test]
    public void ItIsTheSameForTheSamePlan()
    {
        var first = Of(Code.Database("20201006_First"));
        var second = Of(Code.Database("20201006_First"));

        Assert.That(second, Is.EqualTo(first));
    }

    [Test]
    public void ItChangesWithTheStateOfTheDatabase() => Assert.That(Of(Code.Database("20201006_First")), Is.Not.EqualTo(Of(DatabaseState.None)));

    [Test]
    public void ItChangesWithWhatIsPending() => Assert.That(Of(DatabaseState.None), Is.Not.EqualTo(Of(DatabaseState.None, null, "20201006_First")));

    [Test]
    public void ItChangesWithTheTarget() => Assert.That(Of(DatabaseState.None), Is.Not.EqualTo(Of(DatabaseState.None, new PlanRequest { Target = "First" })));

    [Test]
    public void ItChangesWithTheFingerprintOfAMigration()
    {
        var edited = new MigrationCatalog([Code.Migration("20201006_First", "v1:other"), Code.Migration("20201022_Second")], []);

        Assert.That(Code.Plan(edited, DatabaseState.None).Fingerprint, Is.Not.EqualTo(Of(DatabaseState.None)));
    }

    [Test]
    public void ItChangesWithWhatIsAdopted()
    {
        PlanRequest At(string at) => new() { AdoptAt = new Dictionary<string, string> { ["*"] = at } };

        Assert.That(new[] { "0", "First", "Second" }.Select(at => Of(Code.Database(), At(at))).Distinct().Count(), Is.EqualTo(3));
    }

    [Test]
    public void ItChangesWithTheFingerprintOfAnAdoptedMigration()
    {
        var edited = new MigrationCatalog([Code.Migration("20201006_First", "v1:other"), Code.Migration("20201022_Second")], []);
        var request = new PlanRequest { AdoptAt = new Dictionary<string, string> { ["*"] = "First" } };

        Assert.That(Code.Plan(edited, Code.Database(), request).Fingerprint, Is.Not.EqualTo(Of(Code.Database(), request)));
    }

    [Test]
    public void ItSaysItsVersion() => Assert.That(Of(DatabaseState.None), Does.Match("^v1:[0-9a-f]{64}$"));
}
