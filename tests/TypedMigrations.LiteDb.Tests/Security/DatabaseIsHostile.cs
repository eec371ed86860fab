using System.Text;
using LiteDB;
using TypedMigrations.LiteDb.Journaling;
using TypedMigrations.LiteDb.Tests.Opening;
using TypedMigrations.StoreContract.Modules.History;

namespace TypedMigrations.LiteDb.Tests.Security;

/// <summary>The database was made or changed by somebody who would have the program do something else.</summary>
public sealed class DatabaseIsHostile : LiteDbTest
{
    /// <summary>LiteDB takes a collection of this name for a file of the machine, and would give its lines as documents.</summary>
    [Test]
    public async Task ByACollectionThatLiteDbTakesForAFile()
    {
        var secret = Path.Combine(Folder, "secret.csv");
        await File.WriteAllTextAsync(secret, "password\nvery secret\n");
        var name = $"$file('{secret}')";
        await MakeWithACollectionOf(name);
        var bytes = await File.ReadAllBytesAsync(FilePath);

        foreach (var refused in new[] { await Fails(migrator => migrator.RunAsync()), await Fails(migrator => migrator.PlanAsync()), await Fails(migrator => migrator.FindBaselineAsync()), await DumpFails() })
        {
            Assert.That(refused.Code, Is.EqualTo(ErrorCode.Damaged));
            Assert.That(refused.Problems[0].What, Is.EqualTo("The database has a collection of a name that LiteDB does not give."));
            Assert.That(refused.ToString(), Does.Not.Contain("very secret"));
        }

        Assert.That(await File.ReadAllBytesAsync(FilePath), Is.EqualTo(bytes));
    }

    [TestCaseSource(nameof(WrongEntries))]
    public async Task ByAnEntryOfTheJournal(string field, BsonValue value)
    {
        await Run();
        // With the note of the last run, a start of the same program reads no entry.
        Change(LiteDbJournal.Journal, document => document["_id"] == "$database", "program", BsonValue.Null);
        Change(LiteDbJournal.Journal, document => document["id"] == "20240101_FirstShops", field, value);

        Assert.That((await RunFails()).Message, Does.StartWith("TM3003: The collection _migrations is no journal of this library."));
    }

    [TestCaseSource(nameof(WrongEvents))]
    public async Task ByAnEventOfTheAuditTrail(string field, BsonValue value)
    {
        await Run(with: options => options.StepLimit = 2);
        Change(LiteDbJournal.Audit, document => document["hash"] is not null, field, value);

        Assert.That((await RunFails()).Problems[0].ToString(), Does.StartWith("TM3003: The collection _migrations_audit is no audit trail of this library."));
    }

    [Test]
    public async Task ByABackupThatIsALink()
    {
        await Run(with: options => options.StepLimit = 2);
        var backup = (await Run()).Backup!;
        var elsewhere = Path.Combine(Folder, "elsewhere.db");
        File.Move(backup, elsewhere);
        File.CreateSymbolicLink(backup, elsewhere);
        using var store = new LiteDbStore($"Filename={FilePath}");
        var migrator = new Migrator([new HistoryModule()], store, Options());

        var refused = await Assert.ThrowsAsync<MigrationException>(() => migrator.RestoreAsync(backup));

        Assert.That(refused!.Code, Is.EqualTo(ErrorCode.BackupUnreadable));
        Assert.That(refused.Problems[0].Facts[1].Value, Is.EqualTo($"{Path.GetFileName(backup)} is a symbolic link to {elsewhere}; if that is meant, name the file itself"));
        Assert.That((await migrator.ListBackupsAsync()).Single().Problem!.Code, Is.EqualTo(ErrorCode.BackupUnreadable));
        Assert.That((await migrator.RestoreAsync(elsewhere)).Plan.Lost, Has.Count.EqualTo(3), "by its own path it can be named");
    }

    private static IEnumerable<TestCaseData> WrongEntries()
    {
        foreach (var field in new[] { "module", "id", "fingerprint", "kind", "at", "duration_ms", "tables", "library", "application", "machine" })
            yield return new TestCaseData(field, BsonValue.Null);
        foreach (var field in new[] { "module", "id", "fingerprint", "kind", "at", "duration_ms", "tables", "library", "application", "machine" })
            yield return new TestCaseData(field, new BsonDocument { ["a"] = 1 });
        yield return new TestCaseData("kind", (BsonValue)"99");
        yield return new TestCaseData("id", (BsonValue)"../20240101_FirstShops");
        yield return new TestCaseData("duration_ms", (BsonValue)long.MaxValue);
        yield return new TestCaseData("duration_ms", (BsonValue)long.MinValue);
        yield return new TestCaseData("tables", new BsonArray(1));
        yield return new TestCaseData("tables", new BsonArray(new BsonDocument { ["table"] = "shops", ["read"] = double.NaN, ["written"] = 1 }));
    }

    private static IEnumerable<TestCaseData> WrongEvents()
    {
        foreach (var field in new[] { "at", "kind", "subject", "detail", "machine", "previous", "hash" })
            yield return new TestCaseData(field, new BsonArray(1));
        yield return new TestCaseData("kind", (BsonValue)"Exploded");
        yield return new TestCaseData("kind", (BsonValue)"99");
    }

    private void Change(string collection, Func<BsonDocument, bool> which, string field, BsonValue value)
    {
        using var database = OpenWithLiteDb();
        var documents = database.GetCollection(collection);
        foreach (var document in documents.FindAll().Where(which).ToList())
        {
            document[field] = value;
            documents.Update(document);
        }
    }

    private async Task MakeWithACollectionOf(string name)
    {
        var word = new string('x', name.Length);
        using (var database = OpenWithLiteDb())
            database.GetCollection(word).Insert(new BsonDocument { ["_id"] = 1 });
        var bytes = await File.ReadAllBytesAsync(FilePath);
        Encoding.UTF8.GetBytes(name).CopyTo(bytes, bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)));
        await File.WriteAllBytesAsync(FilePath, bytes);
    }

    private async Task<MigrationException> Fails<T>(Func<Migrator, Task<T>> use)
    {
        using var store = new LiteDbStore($"Filename={FilePath}");
        return (await Assert.ThrowsAsync<MigrationException>(() => use(new Migrator([new HistoryModule()], store, Options()))))!;
    }

    private async Task<MigrationException> DumpFails()
    {
        using var store = new LiteDbStore($"Filename={FilePath}");
        return (await Assert.ThrowsAsync<MigrationException>(() => new DatabaseMaintenance(store, Options()).DumpAsync(new MemoryStream())))!;
    }
}
