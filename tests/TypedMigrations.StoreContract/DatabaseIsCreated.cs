using TypedMigrations.StoreContract.Modules.History;
using TypedMigrations.StoreContract.Modules.Seeded;
using TypedMigrations.Storing;

namespace TypedMigrations.StoreContract;

public abstract class DatabaseIsCreated<THarness> : StoreTest<THarness>
    where THarness : StoreHarness, new()
{
    private Task<CreationReport> Create(bool isTestDatabase = false) => Maintain(maintenance => maintenance.CreateAsync(isTestDatabase));

    [Test]
    public async Task AndIsEmpty()
    {
        var report = await Create();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((report.Database, report.IsTestDatabase), Is.EqualTo((Database.Name, false)));
            Assert.That(report.Warnings, Is.Empty);
            Assert.That(State(), Has.Property("Exists").True.And.Property("HasTables").False.And.Property("HasJournal").False.And.Property("IsTestDatabase").False);
            Assert.That(await Backups(), Is.Empty);
        }
    }

    [Test]
    public async Task AndTheNextRunMigratesItAsANewOne()
    {
        await Create();

        var report = await Run(new HistoryModule());

        Assert.That(report.Results, Has.Count.EqualTo(5));
        Assert.That(Database.Audit().Select(item => item.Kind).Distinct(), Is.EqualTo(new[] { AuditKind.Started, AuditKind.Applied }));
    }

    [Test]
    public async Task AndTakesTestDataWhereItIsMarkedForIt()
    {
        await Create(isTestDatabase: true);

        await Run(new SeededModule(), options => options.TestData = true);

        Assert.That(State().IsTestDatabase, Is.True);
        Assert.That(Database.Audit().Select(item => item.Detail), Does.Contain("test data"));
    }

    [Test]
    public async Task AndRefusesTestDataWhereItIsNot()
    {
        await Create();

        var refused = await RunFailsAndChangesNothing(new SeededModule(), options => options.TestData = true);

        Assert.That(refused.Code, Is.EqualTo(ErrorCode.RealDatabase));
    }

    [Test]
    public async Task ButNotWhereOneIs()
    {
        await RunTo(new HistoryModule(), "20240102");

        var refused = await FailsAndChangesNothing(() => Create());

        Assert.That(refused.Message, Is.EqualTo($"""
            TM3301: {Database.Name} exists already.
              database  {Database.Name} was not changed.
            Name a database that does not exist, or drop this one first, which removes all its data.
            """));
    }
}
