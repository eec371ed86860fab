using TypedMigrations.Discovering;
using TypedMigrations.Planning;
using TypedMigrations.Schemas;
using TypedMigrations.Storing;
using TypedMigrations.Tests.Building;

namespace TypedMigrations.Tests.Planning;

/// <summary>Two things are almost, or exactly, the same.</summary>
public sealed class EndsAreCompared
{
    private static CatalogedMigration Owning(string migration, string tableName) => Code.Migration(migration, load: cataloged =>
    {
        var table = new Table<None>(tableName);
        table.Key(t => t.Id);
        return new MigrationDefinition(cataloged.Id, Schema.Empty, Constants.Schema(table), [], [], _ => [], []);
    });

    [Test]
    public void AnEntryOfTheSameInstantWrittenOtherwiseIsMissingAndNotNewer() => Assert.That(
        Code.Plan(Code.Of("20201006_First"), Code.Database() with { Journal = [Code.Entry("20201006_First") with { Id = "20201006000000_First" }] }).Problems.Select(problem => problem.Code), Does.Contain(ErrorCode.MissingInCode).And.Not.Contains(ErrorCode.DatabaseNewer));

    [Test]
    public void TheNewestOfSeveralAdditionsIsTheOneToStandAfter()
    {
        var state = Code.Database() with { Journal = [Code.Entry("20201024_Third") with { IsAdditive = true }, Code.Entry("20201026_Fifth") with { IsAdditive = true }, Code.Entry("20201006_First")] };

        Assert.That(Code.Plan(Code.Of("20201006_First", "20201022_Second"), state).Problems.Single().Facts, Is.EqualTo([("newest applied", "20201026_Fifth")]));
    }

    [TestCase("v1:456789abcdef", "v1:456789abcdef")]
    [TestCase("v1:456789abcdef0", "v1:456789abcdef…")]
    public void AFingerprintIsCutWhereItIsLongerThanItsLine(string fingerprint, string shown) => Assert.That(
        Code.Plan(Code.Of("20201006_First"), Code.Database() with { Journal = [Code.Entry("20201006_First", fingerprint)] }).Problems.Single().Facts[0].Value, Does.EndWith($", fingerprint {shown}"));

    [Test]
    public void ThePlansOfDatabasesThatDifferInTheirHistoryAloneHaveOtherFingerprints()
    {
        string Of(string later) => Code.Plan(Code.Of("20201006_First"), Code.Database() with { Journal = [Code.Entry("20201006_First"), Code.Entry(later) with { IsAdditive = true }] }).Fingerprint;

        Assert.That(Of("20201024_Third"), Is.Not.EqualTo(Of("20201025_Third")));
    }

    [Test]
    public void ThePlansThatTakeBackAsManyOfAnotherModuleHaveOtherFingerprints()
    {
        string[] all = ["20201006_First", "20201022_Second", "Disco/20201006_First", "Disco/20201022_Second"];
        string Of(string module) => Code.Plan(new MigrationCatalog(all.Select(text => Code.Migration(text, loadDown: Code.Empty)), []), Code.Database(all), new PlanRequest { Goal = MigrationGoal.To("First", module) }).Fingerprint;

        Assert.That(Of("Accounts"), Is.Not.EqualTo(Of("Disco")));
    }

    [Test]
    public void BeforeTheFirstIsNotAMigrationOfThatName()
    {
        string[] all = ["20201006_0", "20201022_Second"];
        var catalog = new MigrationCatalog(all.Select(text => Code.Migration(text, loadDown: Code.Empty)), []);

        Assert.That(Code.Plan(catalog, Code.Database(all), new PlanRequest { Goal = MigrationGoal.To("0") }).Reverted(), Is.EqualTo(all.Reverse()));
    }

    [Test]
    public void TestDataForARealDatabaseThatIsUpToDateIsNoProblem() =>
        Assert.That(Code.Plan(Code.Of("20201006_First"), Code.Database("20201006_First"), new PlanRequest { TestData = true }).ProblemText(), Is.Empty);

    [Test]
    public void OfWhatIsAdoptedTheStoreIsAskedForTheNewestTables()
    {
        var asked = new List<string>();
        Planner.Plan(
            new MigrationCatalog([Owning("20201006_First", "old"), Owning("20201022_Second", "now")], []), DatabaseState.None with { Exists = true, HasTables = true },
            new PlanRequest { AdoptAt = new Dictionary<string, string> { ["*"] = "Second" } }, schema =>
            {
                asked.AddRange(schema.Tables.Select(table => table.Name));
                return [];
            });

        Assert.That(asked, Is.EqualTo(["now"]));
    }

    [Test]
    public void TwoModulesOwnATableByTheirNewestMigrations()
    {
        var catalog = new MigrationCatalog([Owning("20201006_First", "people"), Owning("Disco/20201006_First", "surveys"), Owning("20201022_Second", "accounts"), Owning("Disco/20201022_Second", "accounts")], []);
        var changed = new MigrationCatalog([Owning("20201006_First", "accounts"), Owning("Disco/20201006_First", "accounts"), Owning("20201022_Second", "people"), Owning("Disco/20201022_Second", "surveys")], []);

        Assert.That(Code.Plan(catalog, DatabaseState.None).Problems.Select(problem => problem.Code), Does.Contain(ErrorCode.TableOwnedTwice));
        Assert.That(Code.Plan(changed, DatabaseState.None).Problems.Select(problem => problem.Code), Does.Not.Contain(ErrorCode.TableOwnedTwice));
    }

    [TestCase("2024-01-01", true)]
    [TestCase("2024-01-02", false)]
    [TestCase(null, false)]
    public void ABackupWithoutATrailIsKnownByItsOriginAlone(string? origin, bool isOne)
    {
        var trail = new AuditTrail(head: null);
        trail.Add(AuditKind.Adopted, "database", "here", DateTimeOffset.UnixEpoch);
        var present = new DatabaseContents(Code.Database("20201006_First"), trail.Added, new Dictionary<string, long>(), "2024-01-01");

        Assert.That(new RestorePlan("a.db", present, new DatabaseContents(Code.Database(), [], new Dictionary<string, long>(), origin)).HasProblems, Is.Not.EqualTo(isOne));
    }

    [Test]
    public void ABackupOfTheSameOriginWithAnotherTrailIsNone()
    {
        var (trail, other) = (new AuditTrail(head: null), new AuditTrail(head: null));
        trail.Add(AuditKind.Started, "database", "here", DateTimeOffset.UnixEpoch);
        other.Add(AuditKind.Started, "database", "there", DateTimeOffset.UnixEpoch);
        DatabaseContents With(AuditTrail events) => new(Code.Database("20201006_First"), events.Added, new Dictionary<string, long>(), "2024-01-01");

        Assert.That(new RestorePlan("a.db", With(trail), With(other)).Problems.Single().Facts[1].Value, Is.EqualTo("its audit trail is another one"));
    }

    [Test]
    public void AGoalNeedsANameAndABaselineItsModules()
    {
        Assert.Throws<ArgumentException>(() => MigrationGoal.To(" "));
        Assert.That(() => MigrationGoal.Adopt(null!), Throws.ArgumentNullException.With.Property("ParamName").EqualTo("at"));
    }
}
