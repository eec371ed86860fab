using LiteDB;
using TypedMigrations.StoreContract.Modules.Fragile;
using TypedMigrations.StoreContract.Modules.History;

namespace TypedMigrations.LiteDb.Tests.Opening;

/// <summary>A database in memory, or on a stream that the program gives.</summary>
public sealed class DatabaseHasNoFile
{
    [TestCase(":memory:"), TestCase(":temp:")]
    public async Task AndIsMigratedInMemory(string name)
    {
        await using var migrated = await LiteDbMigrations.RunAsync($"Filename={name}", [new HistoryModule()]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(migrated.Report.Results, Has.Count.GreaterThan(1));
            Assert.That(migrated.Report.Notes, Has.Member($"{name} has no file: it is changed in place when the copy is proved, without a swap and without a backup"));
            Assert.That(migrated.Report.Backup, Is.Null);
            Assert.That(migrated.Database.GetCollectionNames(), Has.Member("_migrations"));
        }
    }

    [Test]
    public async Task AndGoesOnFromWhereTheStreamIs()
    {
        using var stream = new MemoryStream();
        await using (await LiteDbMigrations.RunAsync(stream, [new HistoryModule()], new MigrationOptions { StepLimit = 1 }))
        {
        }

        using (var before = new LiteDatabase(stream))
            before.GetCollection("undeclared").Insert(new BsonDocument { ["_id"] = 1, ["at"] = DateTime.UnixEpoch });

        await using var migrated = await LiteDbMigrations.RunAsync(stream, [new HistoryModule()]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(migrated.Report.Results, Is.Not.Empty);
            Assert.That(migrated.Database.GetCollection("undeclared").Count(), Is.EqualTo(1));
        }

        using var store = new LiteDbStore(stream);
        Assert.That((await new Migrator([new HistoryModule()], store).PlanAsync()).IsUpToDate, Is.True);
        Assert.That((await new Migrator([new HistoryModule()], store).ReadSchemaAsync()).Real.Tables.Select(table => table.Name), Has.Member("undeclared"));
        Assert.That(await new Migrator([], store).ListBackupsAsync(), Is.Empty);
    }

    [Test]
    public async Task AndStaysAsItWasWhenTheRunFails()
    {
        using var stream = new MemoryStream();
        await using (await LiteDbMigrations.RunAsync(stream, [new FragileModule()], new MigrationOptions { StepLimit = 1 }))
        {
        }

        using (var before = new LiteDatabase(stream))
            before.GetCollection("people").Insert(new BsonDocument { ["_id"] = "p", ["number"] = "bad", ["email"] = "e" });
        var bytes = stream.ToArray();

        var failed = await Assert.ThrowsAsync<MigrationException>(() => LiteDbMigrations.RunAsync(stream, [new FragileModule()]));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(failed!.Code, Is.EqualTo(ErrorCode.StepThrew));
            Assert.That(failed.Message, Does.Contain("the stream was not changed."));
            Assert.That(stream.ToArray(), Is.EqualTo(bytes));
        }
    }

    [Test]
    public async Task AndIsRefusedWhileTheApplicationUsesIt()
    {
        using var store = new LiteDbStore("Filename=:memory:");
        await new Migrator([new HistoryModule()], store, new MigrationOptions { StepLimit = 1 }).RunAsync();
        Assert.That(store.Application.GetCollectionNames(), Is.Not.Empty);

        var refused = await Assert.ThrowsAsync<MigrationException>(() => new Migrator([new HistoryModule()], store).RunAsync());

        Assert.That(refused!.Message, Does.StartWith("TM3011: :memory: is in use by the application itself."));
    }

    [Test]
    public async Task AndIsEncryptedWithThePasswordThatIsGiven()
    {
        using var stream = new MemoryStream();
        using (var store = new LiteDbStore(stream, "secret"))
            await new Migrator([new HistoryModule()], store).RunAsync();

        using var wrong = new LiteDbStore(stream, "other");
        var refused = await Assert.ThrowsAsync<MigrationException>(() => new Migrator([new HistoryModule()], wrong).RunAsync());

        Assert.That(refused!.Message, Is.EqualTo("""
            TM3004: The password does not open the stream.
            Correct the password, or leave it out where the database has none.
            """));
        using var right = new LiteDbStore(stream, "secret");
        Assert.That((await new Migrator([new HistoryModule()], right).PlanAsync()).IsUpToDate, Is.True);
    }

    [Test]
    public async Task AndIsRefusedWhereItIsNotEncryptedButAPasswordWasGiven()
    {
        using var stream = new MemoryStream();
        using (var store = new LiteDbStore(stream))
            await new Migrator([new HistoryModule()], store).RunAsync();

        using var encrypted = new LiteDbStore(stream, "secret");
        var refused = await Assert.ThrowsAsync<MigrationException>(() => new Migrator([new HistoryModule()], encrypted).RunAsync());

        Assert.That(refused!.Message, Is.EqualTo("""
            TM3004: A password was given, but the stream is not encrypted.
            Correct the password, or leave it out where the database has none.
            """));
    }

    [Test]
    public async Task AndIsDamagedWhereItsAuditTrailCannotBeRead()
    {
        using var stream = new MemoryStream();
        using (var store = new LiteDbStore(stream))
            await new Migrator([new HistoryModule()], store, new MigrationOptions { StepLimit = 1 }).RunAsync();
        var page = stream.ToArray().AsSpan().IndexOf(" to adopt"u8) / 8192 * 8192;
        stream.Position = page + 32;
        stream.Write(new byte[8192 - 32]);

        var refused = await Assert.ThrowsAsync<MigrationException>(() => LiteDbMigrations.RunAsync(stream, [new HistoryModule()]));

        Assert.That(refused!.Message, Does.StartWith("TM3005: LiteDB cannot read the stream.").And.Contain("  database  the stream was not changed."));
    }

    [Test]
    public async Task AndIsRefusedWhereTheStreamIsNoDatabase()
    {
        using var stream = new MemoryStream("not a database at all"u8.ToArray());

        var refused = await Assert.ThrowsAsync<MigrationException>(() => LiteDbMigrations.RunAsync(stream, [new HistoryModule()]));

        Assert.That(refused!.Message, Is.EqualTo("""
            TM3003: The stream is not a LiteDB 5 database.
              length  21 bytes
            Give a stream that LiteDB 5 wrote, or an empty one.
            """));
    }

    [Test]
    public void AndIsRefusedWhereTheStreamCannotBeWritten()
    {
        using var stream = new MemoryStream([], writable: false);

        Assert.That(() => new LiteDbStore(stream), Throws.TypeOf<MigrationException>().With.Message.StartsWith("TM3010: The stream cannot be read, written and sought."));
    }

    [Test]
    public void AndCannotBeShared() => Assert.That(
        () => new LiteDbStore("Filename=:memory:;Connection=shared"), Throws.TypeOf<MigrationException>().With.Message.StartsWith("TM3010: The connection string shares a database in memory."));
}
