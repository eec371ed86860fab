using LiteDB;
using TypedMigrations.StoreContract;
using TypedMigrations.StoreContract.Modules.Adopted;
using TypedMigrations.StoreContract.Modules.History;

namespace TypedMigrations.LiteDb.Tests.Opening;

public sealed class ApplicationUsesTheDatabase : LiteDbTest
{
    [Test]
    public void TooEarlyIsRefused()
    {
        using var store = new LiteDbStore(Database.Connection);

        var refused = Assert.Throws<MigrationException>(() => store.Application.GetCollection("shops").Count());

        Assert.That(refused!.Message, Is.EqualTo("""
            TM5001: shop.db was used before it was brought up to date.
              database  shop.db was not opened.
            Use the database after the host has started, or call await app.MigrateAsync() before. A hosted service's constructor runs too early: use the database in its StartAsync.
            """));
        Assert.That(Names(), Is.Empty);
    }

    [Test, Behavior(29)]
    public async Task AfterItWasClosedIsRefused()
    {
        var migrated = await LiteDbMigrations.RunAsync(Database.Connection, [new HistoryModule()], Options());
        var database = migrated.Database;
        await migrated.DisposeAsync();

        Assert.Throws<ObjectDisposedException>(() => database.GetCollection("shops").Count());
    }

    [Test]
    public async Task AfterAFailedRunIsRefused()
    {
        using var store = new LiteDbStore(Database.Connection);
        await Assert.ThrowsAsync<MigrationException>(() => new Migrator([new HistoryModule()], store, Options(options => options.Target = "unknown")).RunAsync());

        Assert.That(Assert.Throws<MigrationException>(() => store.Application.GetCollectionNames())!.Code, Is.EqualTo(ErrorCode.UsedTooEarly));
    }

    [Test]
    public async Task AfterARehearsalIsRefused()
    {
        using var store = new LiteDbStore(Database.Connection);
        await new Migrator([new HistoryModule()], store, Options()).RehearseAsync();

        Assert.That(Assert.Throws<MigrationException>(() => store.Application.GetCollectionNames())!.Code, Is.EqualTo(ErrorCode.UsedTooEarly));
    }

    [Test]
    public async Task AfterwardsWithWhatTheRunMade()
    {
        await using var migrated = await LiteDbMigrations.RunAsync(Database.Connection, [new HistoryModule()], Options());

        migrated.Database.GetCollection("shops").Insert(new BsonDocument { ["_id"] = "a", ["name"] = "A" });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(migrated.Database.GetCollection("shops").Count(), Is.EqualTo(1));
            Assert.That(migrated.Report.Results, Has.Count.EqualTo(5));
        }
    }

    [Test]
    public async Task OnItsFirstUseOnly()
    {
        await using var migrated = await LiteDbMigrations.RunAsync(Database.Connection, [new HistoryModule()], Options());
        var database = migrated.Database;

        // It is not open yet: somebody else may have it alone.
        using (new FileStream(FilePath, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
        }

        database.GetCollection("shops").Count();
        Assert.Throws<IOException>(() => new FileStream(FilePath, FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose());
    }

    [Test]
    public async Task AndItsDocumentsAreThereAfterwards([Values("", ";Password=secret", ";Connection=shared")] string more)
    {
        await using (var migrated = await LiteDbMigrations.RunAsync(Database.Connection + more, [new HistoryModule()], Options()))
            migrated.Database.GetCollection<Shop>("shops").Insert(new Shop { Id = "a", Name = "A" });

        using var database = OpenWithLiteDb(more);
        Assert.That(database.GetCollection("shops").FindById("a")["Name"].AsString, Is.EqualTo("A"));
    }

    [Test]
    public async Task AndAnIndexThatContradictsTheConstantsIsWarnedOf()
    {
        var observer = new RecordingObserver();
        await using var migrated = await LiteDbMigrations.RunAsync(Database.Connection, [new HistoryModule()], Options(), observer);

        migrated.Database.GetCollection("shops").EnsureIndex("idx_shops_name", "$.name", unique: false);

        Assert.That(observer.Events.OfType<MigrationEvent.Warned>().Select(warned => warned.Warning), Is.EqualTo(new[]
        {
            "The application asks for the index idx_shops_name on $.name of shops, but the constants declare the unique index idx_shops_name on $.name. LiteDB keeps the latter. Change it in a migration.",
        }));
    }

    [Test]
    public async Task AndItsOwnIndexesAreNoReasonToWarn()
    {
        var observer = new RecordingObserver();
        await using var migrated = await LiteDbMigrations.RunAsync(Database.Connection, [new HistoryModule()], Options(), observer);

        migrated.Database.GetCollection("shops").EnsureIndex("idx_shops_name", "$.name", unique: true);
        migrated.Database.GetCollection("shops").EnsureIndex("mine", "$.city");

        Assert.That(observer.Events.OfType<MigrationEvent.Warned>(), Is.Empty);
    }

    [Test]
    public async Task WhilePlansAreAskedFor()
    {
        using var store = new LiteDbStore(Database.Connection);
        await new Migrator([new HistoryModule()], store, Options(options => options.StepLimit = 1)).RunAsync();
        store.Application.GetCollection("shops").Insert(new BsonDocument { ["_id"] = "a", ["name"] = "A" });

        var plan = await new Migrator([new HistoryModule()], store, Options()).PlanAsync();

        Assert.That(plan.Pending, Has.Count.EqualTo(4));
        Assert.That(store.Application.GetCollection("shops").Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task AndIsNotMigratedMeanwhile()
    {
        using var store = new LiteDbStore(Database.Connection);
        await new Migrator([new HistoryModule()], store, Options(options => options.StepLimit = 1)).RunAsync();
        store.Application.GetCollection("shops").Count();

        var refused = await Assert.ThrowsAsync<MigrationException>(() => new Migrator([new HistoryModule()], store, Options()).RunAsync());

        Assert.That(refused!.Message, Is.EqualTo("""
            TM3011: shop.db is in use by the application itself.
              database  shop.db was not changed.
            Migrate before the application uses the database: when the host starts, or with await app.MigrateAsync().
            """));
    }

    [Test]
    public async Task AndItsLockIsNotTakenFromItByAPlanBeforeItsFirstUse([Values("", ";Connection=shared")] string more)
    {
        using var store = new LiteDbStore(Database.Connection + more);
        await new Migrator([new AdoptedModule()], store, Options(options => options.StepLimit = 1)).RunAsync();

        await new Migrator([new AdoptedModule()], store, Options()).PlanAsync();

        // A second process that wants to migrate still waits for the first.
        using var second = new LiteDbStore(Database.Connection + more);
        var refused = await Assert.ThrowsAsync<MigrationException>(() => new Migrator([new AdoptedModule()], second, Options()).RunAsync());
        Assert.That(refused!.Code, Is.EqualTo(ErrorCode.LockNotFree));
    }

    [Test]
    public async Task NoLongerAfterItWasClosed()
    {
        var migrated = await LiteDbMigrations.RunAsync(Database.Connection, [new HistoryModule()], Options());
        migrated.Dispose();

        Assert.Throws<ObjectDisposedException>(() => migrated.Database.GetCollection("shops").Count());
    }

    private sealed class Shop
    {
        public string Id { get; set; } = "";

        public string Name { get; set; } = "";
    }
}
