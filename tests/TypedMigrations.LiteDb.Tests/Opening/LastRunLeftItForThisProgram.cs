using LiteDB;
using TypedMigrations.LiteDb.Journaling;
using TypedMigrations.LiteDb.Pages;
using TypedMigrations.LiteDb.Tests.Pages;
using TypedMigrations.StoreContract.Modules.Additive;
using TypedMigrations.StoreContract.Modules.Additive.First;
using TypedMigrations.StoreContract.Modules.History;

namespace TypedMigrations.LiteDb.Tests.Opening;

public sealed class LastRunLeftItForThisProgram : LiteDbTest
{
    private static readonly string[] History = ["20240101_FirstShops", "20240102_Cities", "20240103_Empty", "20240104_Ratings", "20240105120000_UniqueNames"];

    private AskedStore _store = null!;

    private Migrator Migrator(params MigrationModule[] modules) => new(modules.Length == 0 ? [new HistoryModule()] : modules, _store, Options());

    [SetUp]
    public async Task MigrateAll()
    {
        await Run();
        _store = new AskedStore(Database.Connection);
    }

    [TearDown]
    public void CloseStore() => _store.Dispose();

    [Test]
    public async Task AndTheRunIsOverWithoutASession()
    {
        var running = Migrator().RunAsync();

        Assert.That(running.IsCompletedSuccessfully, Is.True);
        Assert.That(((await running).WasUpToDate, _store.Sessions), Is.EqualTo((true, 0)));
    }

    [Test]
    public async Task AndItIsEncrypted()
    {
        var connection = $"Filename={Path.Combine(Folder, "secret.db")};Password=secret";
        await (await LiteDbMigrations.RunAsync(connection, [new HistoryModule()], Options())).DisposeAsync();
        using var store = new AskedStore(connection);

        var report = await new Migrator([new HistoryModule()], store, Options()).RunAsync();

        Assert.That((report.WasUpToDate, store.Sessions), Is.EqualTo((true, 0)));
        Assert.That(store.Store.Application.GetCollection("shops").Count(), Is.Zero);
    }

    [Test]
    public async Task AndThePlanStillSaysWhatWasApplied()
    {
        var plan = (await Migrator().RunAsync()).Plan;
        _store.Store.Application.GetCollection("shops").Insert(LateShop());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(plan.State.Journal.Select(entry => entry.Id), Is.EqualTo(History));
            Assert.That((plan.State.HasTables, plan.HasProblems, plan.Later.Count), Is.EqualTo((true, false, 0)));
            Assert.That(plan.Fingerprint, Is.EqualTo((await Migrator().PlanAsync()).Fingerprint));
        }
    }

    [Test]
    public async Task AndThePlanSaysItAfterTheDatabaseWasClosed()
    {
        var plan = (await Migrator().RunAsync()).Plan;
        _store.Dispose();

        Assert.That(plan.State.Journal.Select(entry => entry.Id), Is.EqualTo(History));
        Assert.That((await Run()).WasUpToDate, Is.True, "What was read let go of the lock.");
    }

    [Test]
    public async Task AndTheApplicationWritesAsWithLiteDbAlone()
    {
        await Migrator().RunAsync();

        _store.Store.Application.GetCollection("shops").Insert(LateShop());
        var whileOpen = Names().ToList();
        _store.Dispose();

        Assert.That(whileOpen, Is.EquivalentTo(new[] { "shop.db", "shop-log.db", "shop.db.lock", "shop.db.lock-holder" }));
        Assert.That(Names(), Is.EquivalentTo(new[] { "shop.db", "shop.db.lock" }));
        using var database = OpenWithLiteDb();
        Assert.That(database.GetCollection("shops").FindAll().Single()["name"].AsString, Is.EqualTo("L"));
    }

    [Test]
    public async Task AndNoOtherProcessGetsItMeanwhile()
    {
        await Migrator().RunAsync();

        Assert.That((await RunFails()).Code, Is.EqualTo(ErrorCode.LockNotFree));
        Assert.That((await RunFails(with: options => options.StepLimit = 1)).Code, Is.EqualTo(ErrorCode.LockNotFree));
    }

    [Test]
    public async Task AndWhoeverWaitsForItSaysWhoHasIt()
    {
        await Migrator().RunAsync();

        Assert.That((await RunFails()).Message, Does.Match($@"^TM3001: shop\.db is locked by process {Environment.ProcessId} \("));
    }

    [Test]
    public async Task AndTheSameStoreMigratesFurtherWhileTheApplicationHasNotUsedIt()
    {
        await Migrator().RunAsync();

        var report = await Migrator(new HistoryModule(), new FirstModule()).RunAsync();

        Assert.That((report.Results.Count, _store.Sessions), Is.EqualTo((1, 1)));
        Assert.That(_store.Store.Application.GetCollectionNames(), Does.Contain("products"));
    }

    [Test]
    public async Task WhateverTheOrderOfItsModulesIs()
    {
        await Migrator(new HistoryModule(), new FirstModule()).RunAsync();
        using var again = _store = Reopened();

        await Migrator(new FirstModule(), new HistoryModule()).RunAsync();

        Assert.That(_store.Sessions, Is.Zero);
    }

    [Test]
    public async Task AfterABackupOfThatTimeWasPutBack()
    {
        await Migrator(new HistoryModule(), new FirstModule()).RunAsync();
        using (var older = _store = Reopened())
            await Migrator().RestoreAsync((await Migrator().ListBackupsAsync())[0].Path);
        using var again = _store = Reopened();

        Assert.That((await Migrator().RunAsync()).WasUpToDate, Is.True);
        Assert.That(_store.Sessions, Is.Zero);
    }

    [Test]
    public async Task AfterItWasLoadedFromADump()
    {
        using var dump = new MemoryStream();
        await new DatabaseMaintenance(_store).DumpAsync(dump);
        dump.Position = 0;
        using var loaded = new AskedStore($"Filename={Path.Combine(Folder, "loaded.db")}");
        await new DatabaseMaintenance(loaded).LoadAsync(dump);
        var before = loaded.Sessions;

        Assert.That((await new Migrator([new HistoryModule()], loaded, Options()).RunAsync()).WasUpToDate, Is.True);
        Assert.That(loaded.Sessions, Is.EqualTo(before));
    }

    [Test]
    public async Task AfterAnAdoption()
    {
        using (var database = new LiteDatabase($"Filename={Path.Combine(Folder, "old.db")}", new BsonMapper()))
            database.GetCollection("products").Insert(new BsonDocument { ["_id"] = "a", ["name"] = "A" });
        using var old = new AskedStore($"Filename={Path.Combine(Folder, "old.db")}");
        await new Migrator([new FirstModule()], old, Options(options => options.AdoptAt["*"] = "Products")).RunAsync();
        var before = old.Sessions;

        Assert.That((await new Migrator([new FirstModule()], old, Options()).RunAsync()).WasUpToDate, Is.True);
        Assert.That(old.Sessions, Is.EqualTo(before));
    }

    private AskedStore Reopened()
    {
        _store.Dispose();
        return new AskedStore(Database.Connection);
    }

    /// <summary>LiteDB marks a file in which it finds damage. Whoever only looked for the note in the journal leaves no mark.</summary>
    [Test]
    public async Task ButTheJournalIsDamaged()
    {
        _store.Dispose();
        var bytes = await File.ReadAllBytesAsync(FilePath);
        LeadTheFirstKeyOutOfTheFile(bytes, LiteDbJournal.Journal);
        await File.WriteAllBytesAsync(FilePath, bytes);

        Assert.That((await RunFails()).Code, Is.EqualTo(ErrorCode.Damaged));
        Assert.That(await File.ReadAllBytesAsync(FilePath), Is.EqualTo(bytes));
    }

    private static void LeadTheFirstKeyOutOfTheFile(Span<byte> file, string collection)
    {
        var keys = CollectionIndex.Read(RawFile.Page(file, DocumentMap.CollectionsOf(new LiteDbPage(RawFile.Page(file, 0)))[collection]))[0];
        var first = PageAddress.Read(RawFile.Slot(file, keys.Head)[(At.NodeLinks + At.AddressBytes)..]);
        new PageAddress(1_000_000, 0).Write(RawFile.Slot(file, first)[At.NodeData..]);
    }
}
