using LiteDB;
using TypedMigrations.LiteDb.Tests.Modules.Customers;

namespace TypedMigrations.LiteDb.Tests.Verifying;

public sealed class DatabaseIsReached : RealSchemaTest
{
    [Test]
    public async Task WithoutACopyAndWithoutAWrite([Values("", ";Password=secret", ";Connection=shared")] string more)
    {
        using (var database = OpenWithLiteDb(more))
            database.GetCollection("items").Insert(Enumerable.Range(0, 25_000).Select(i => new BsonDocument { ["_id"] = i, ["text"] = new string('x', 20) }));
        var (bytes, names) = (await File.ReadAllBytesAsync(FilePath), Names().ToList());

        var real = (await Read(more, new CustomersModule())).Real;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(real.ToString(), Is.EqualTo(Lines("""
                table items  # 25000 documents
                  key int  # 25000 of 25000: int 25000
                  field text string  # 25000 of 25000: string 25000
                """)));
            Assert.That((await File.ReadAllBytesAsync(FilePath)).AsSpan().SequenceEqual(bytes), Is.True);
            Assert.That(Names().Except(names), Is.EqualTo(new[] { "shop.db.lock" }));
        }
    }

    [Test]
    public async Task WhileTheApplicationHasIt([Values("", ";Connection=shared")] string more)
    {
        using var store = new LiteDbStore(Database.Connection + more);
        var migrator = new Migrator([new CustomersModule()], store, Options());
        await migrator.RunAsync();
        store.Application.GetCollection("orders").Insert(new BsonDocument { ["_id"] = 1 });

        var report = await migrator.ReadSchemaAsync();

        store.Application.GetCollection("orders").Insert(new BsonDocument { ["_id"] = 2 });
        Assert.That(report.Real.TryFind("ORDERS")!.Documents, Is.EqualTo(1));
        Assert.That(report.Difference.IsEmpty, Is.True);
    }

    [Test]
    public async Task WhileAnotherProcessSharesIt()
    {
        // The other one has it open after its run, so that this one holds the shared lock only and reads by name.
        using var other = new LiteDbStore(Database.Connection + ";Connection=shared");
        await new Migrator([new CustomersModule()], other, Options()).RunAsync();
        other.Application.GetCollection("orders").Insert(Enumerable.Range(0, 25_000).Select(i => new BsonDocument { ["_id"] = i }));

        var report = await Read(";Connection=shared", new CustomersModule());

        Assert.That(report.Real.TryFind("orders")!.Documents, Is.EqualTo(25_000));
        Assert.That(report.Difference.IsEmpty, Is.True);
    }

    [Test]
    public async Task NotWhileAnotherProcessHasIt()
    {
        using var other = new LiteDbStore(Database.Connection);
        await new Migrator([new CustomersModule()], other, Options()).RunAsync();

        var refused = await Assert.ThrowsAsync<MigrationException>(() => Read("", new CustomersModule()));

        Assert.That(refused!.Code, Is.EqualTo(ErrorCode.LockNotFree));
    }

    [Test]
    public async Task WithWhatALogStillHolds()
    {
        Files.Shop.MakeKilled(FilePath, settled: 10, logged: 20);

        Assert.That((await Read()).Real.Tables.Single().Documents, Is.EqualTo(30));
    }

    [Test]
    public async Task OrThereIsNone()
    {
        var report = await Read("", new CustomersModule());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.Real.Tables, Is.Empty);
            Assert.That(report.Difference.IsEmpty, Is.True);
            Assert.That(report.ToString(), Is.Empty);
            Assert.That(File.Exists(FilePath), Is.False);
        }
    }

    [Test]
    public void UntilItIsCancelled()
    {
        PutNumbered("items", new BsonDocument());
        using var store = new LiteDbStore(Database.Connection);
        using var session = store.Open(new Storing.SessionOptions(TimeSpan.Zero, (_, _) => { }), CancellationToken.None);

        Assert.Throws<OperationCanceledException>(() => session.ReadSchema([], new CancellationToken(canceled: true)));
    }

    [Test]
    public async Task WithDocumentsOfFiveMegabytes()
    {
        PutNumbered("items", [.. Enumerable.Range(0, 12).Select(_ => new BsonDocument { ["data"] = new byte[5_000_000] })]);

        Assert.That((await Read()).Real.Tables.Single().TryFind("data")!.Found.Documents, Is.EqualTo(12));
    }
}
