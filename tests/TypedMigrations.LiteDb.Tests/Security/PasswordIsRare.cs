using LiteDB;
using TypedMigrations.LiteDb.Tests.Opening;
using TypedMigrations.StoreContract.Modules.Adopted;
using TypedMigrations.StoreContract.Modules.History;
using TypedMigrations.StoreContract.Modules.Odd;
using TypedMigrations.StoreContract.Modules.Reversible;
using TypedMigrations.StoreContract.Modules.Seeded;

namespace TypedMigrations.LiteDb.Tests.Security;

/// <summary>Everything is done to an encrypted database whose password can be found nowhere else by chance.</summary>
[NonParallelizable]
public sealed class PasswordIsRare : LiteDbTest
{
    private const string Password = "Zq7 ß/w+ü&%x<rare>=4711-Zq7";
    private const string OtherPassword = "Xk9 ß/w+ü&%x<wrong>=0815-Xk9";

    private Overheard _overheard = null!;

    [SetUp]
    public void Listen() => _overheard = new Overheard();

    [TearDown]
    public void StopListening() => _overheard.Dispose();

    [Test]
    public async Task AndIsNowhereAfterRuns()
    {
        await With(new HistoryModule(), migrator => migrator.RunAsync(MigrationGoal.To("20240102")));
        await With(new HistoryModule(), migrator => migrator.PlanAsync());
        await With(new HistoryModule(), migrator => migrator.RehearseAsync(goal: null, (copy, _) =>
        {
            _overheard.Hear(copy);
            Assert.That(copy.ConnectionString, Does.Contain(Password), "whoever opens the copy needs it");
            return Task.CompletedTask;
        }));
        await With(new HistoryModule(), migrator => migrator.RunAsync());
        await With(new HistoryModule(), migrator => migrator.ReadSchemaAsync());
        var backup = (await With(new HistoryModule(), migrator => migrator.ListBackupsAsync()))[0].Path;
        await With(new HistoryModule(), migrator => migrator.PlanRestoreAsync(backup));
        await With(new HistoryModule(), migrator => migrator.RestoreAsync(backup));

        AssertNowhere(atLeast: 100);
    }

    [Test]
    public async Task AndIsNowhereAfterSeedsBaselinesAndRunsBack()
    {
        await With(new SeededModule(), migrator => migrator.RunAsync());
        await With(new SeededModule(), migrator => migrator.PlanSeedAsync());
        await With(new SeededModule(), migrator => migrator.SeedAsync());
        await Maintain(maintenance => maintenance.DropAsync(withBackups: true));
        await With(new ReversibleModule(), migrator => migrator.RunAsync(MigrationGoal.To("20240103")));
        await With(new ReversibleModule(), migrator => migrator.RunAsync(MigrationGoal.Back()));
        await Maintain(maintenance => maintenance.DropAsync(withBackups: true));
        using (var database = OpenWithLiteDb($";Password=\"{Password}\""))
            database.GetCollection("people").Insert(new BsonDocument { ["_id"] = "anna", ["name"] = "Anna" });
        await With(new AdoptedModule(), migrator => migrator.FindBaselineAsync());
        await Fails(new AdoptedModule(), migrator => migrator.RunAsync());

        AssertNowhere(atLeast: 100);
    }

    [Test]
    public async Task AndIsNowhereAfterMaintenance()
    {
        var dump = new MemoryStream();
        await Maintain(maintenance => maintenance.CreateAsync(isTestDatabase: true));
        await With(new HistoryModule(), migrator => migrator.RunAsync());
        await Maintain(maintenance => maintenance.BackupAsync());
        await Maintain(maintenance => maintenance.BackupAsync(Path.Combine(Folder, "elsewhere.db")));
        await Maintain(maintenance => maintenance.ReadAuditAsync());
        await Maintain(maintenance => maintenance.ReadContentsAsync());
        await Maintain(maintenance => maintenance.WaitAsync(TimeSpan.Zero));
        await Maintain(maintenance => maintenance.DumpAsync(dump));
        dump.Position = 0;
        using (var other = new LiteDbStore($"Filename={Path.Combine(Folder, "loaded.db")};Password=\"{OtherPassword}\""))
        {
            _overheard.Hear(await new DatabaseMaintenance(other, Options(), observer: _overheard).LoadAsync(dump));
            await Maintain(maintenance => maintenance.CompareAsync(other));
        }

        await File.WriteAllBytesAsync(Path.Combine(Folder, "dump.jsonl"), dump.ToArray());
        await Maintain(maintenance => maintenance.PlanDropAsync());
        await Maintain(maintenance => maintenance.DropAsync());

        AssertNowhere(atLeast: 100);
    }

    [Test]
    public async Task AndIsNowhereAfterFailures()
    {
        await With(new OddModule(), migrator => migrator.RunAsync(MigrationGoal.To("20240101")));
        using (var database = OpenWithLiteDb($";Password=\"{Password}\""))
            database.GetCollection("items").Insert(new BsonDocument { ["_id"] = "o4", ["weight"] = "heavy" });
        await Fails(new OddModule(), migrator => migrator.RunAsync());
        await Fails(new OddModule(), migrator => migrator.RehearseAsync());
        await Fails(new HistoryModule(), migrator => migrator.RunAsync());
        await Fails(new OddModule(), migrator => migrator.RestoreAsync(Path.Combine(Folder, "nothing.db")));
        foreach (var wrong in new[] { $";Password=\"{OtherPassword}\"", "" })
        {
            await Fails(new OddModule(), migrator => migrator.RunAsync(), wrong);
            await Fails(new OddModule(), migrator => migrator.PlanAsync(), wrong);
        }

        await WhileItIsLocked();
        await AfterItWasDamaged();

        AssertNowhere(atLeast: 100);
    }

    [TestCase("Filename=shop.db;Connection=sideways;Password={0}")]
    [TestCase("Filename=shop.db;Connection={0}")]
    [TestCase("Filename=shop.db;Collation={0}")]
    [TestCase("Filename=shop.db;ReadOnly={0}")]
    [TestCase("Filename=shop.db Password={0}")]
    [TestCase("Filename=shop.db,password = {0}")]
    [TestCase("Filename=:password={0}")]
    [TestCase("Filename=;Password={0}")]
    [TestCase("Filename=shop.db;Upgrade=true;Password={0}")]
    [TestCase("Filename=shop.db\0;Password={0}")]
    [TestCase("Filename=/;Password={0}")]
    [TestCase("Password={0}")]
    [TestCase("{0}=shop.db")]
    public void AndIsNowhereWhereTheConnectionStringIsRefused(string connection)
    {
        var refused = Assert.Throws<MigrationException>(() => new LiteDbStore(string.Format(null, connection, "rare-4711")));

        _overheard.Hear(refused);

        Assert.That(refused!.Code, Is.EqualTo(ErrorCode.ConnectionRefused));
        Assert.That(_overheard.Find("rare-4711"), Is.Empty);
        Assert.That(Names(), Is.Empty);
    }

    [Test]
    public void AndWouldBeFound()
    {
        File.WriteAllText(Path.Combine(Folder, "leak.txt"), $"x{Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes("a" + Password + "b"))}");
        File.WriteAllText(Path.Combine(Folder, "wide.txt"), Password, System.Text.Encoding.Unicode);
        _overheard.Hear(new MigrationException(new Problem("TM0", "what", "next", ("fact", Uri.EscapeDataString(Password)))));
        _overheard.Hear(new InvalidOperationException("outer", new InvalidOperationException(Password)));

        Assert.That(Overheard.FindInFiles(Folder, Password), Has.Exactly(2).Items);
        Assert.That(_overheard.Find(Password).Count(), Is.GreaterThanOrEqualTo(3), "spelled otherwise, and in an exception within another");
    }

    private async Task WhileItIsLocked()
    {
        using var holder = new LiteDbStore($"Filename={FilePath};Password=\"{Password}\"");
        await new Migrator([new OddModule()], holder, Options()).RunAsync(MigrationGoal.To("20240101"));
        await Fails(new OddModule(), migrator => migrator.RunAsync());
        await Fails(new OddModule(), migrator => migrator.PlanAsync());
    }

    private async Task AfterItWasDamaged()
    {
        await using (var file = new FileStream(FilePath, FileMode.Open))
        {
            file.Position = file.Length / 2;
            file.Write(new byte[8192]);
            file.SetLength(file.Length - 8192);
        }

        await Fails(new OddModule(), migrator => migrator.RunAsync());
        await File.WriteAllTextAsync(FilePath, "no database");
        await Fails(new OddModule(), migrator => migrator.RunAsync());
    }

    private void AssertNowhere(int atLeast)
    {
        Assert.That(_overheard.Count, Is.GreaterThan(atLeast), "hardly anything was heard");
        foreach (var password in new[] { Password, OtherPassword })
        {
            Assert.That(_overheard.Find(password), Is.Empty);
            Assert.That(Overheard.FindInFiles(Folder, password), Is.Empty);
        }
    }

    private async Task<T> With<T>(MigrationModule module, Func<Migrator, Task<T>> use, string? password = null)
    {
        using var store = new LiteDbStore($"Filename={FilePath}{password ?? $";Password=\"{Password}\""}", _overheard);
        _overheard.Hear(store);
        var came = await use(new Migrator([module], store, Options(), observer: _overheard));
        _overheard.Hear(came);
        return came;
    }

    private async Task<T> Maintain<T>(Func<DatabaseMaintenance, Task<T>> use)
    {
        using var store = new LiteDbStore($"Filename={FilePath};Password=\"{Password}\"", _overheard);
        var came = await use(new DatabaseMaintenance(store, Options(), observer: _overheard));
        _overheard.Hear(came);
        return came;
    }

    private async Task Fails<T>(MigrationModule module, Func<Migrator, Task<T>> use, string? password = null) =>
        _overheard.Hear(await Assert.ThrowsAsync<MigrationException>(() => With(module, use, password)));
}
