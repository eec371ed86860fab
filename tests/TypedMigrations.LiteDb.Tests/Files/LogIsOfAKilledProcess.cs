using LiteDB;
using TypedMigrations.LiteDb.Files;

namespace TypedMigrations.LiteDb.Tests.Files;

public sealed class LogIsOfAKilledProcess : FolderTest
{
    [TestCase(null)]
    [TestCase("secret")]
    public void AnOpenTransactionIsLeftOutAndTheRestIsThere(string? password)
    {
        using (var child = Child.Start(password is null ? ["write", Database.Path] : ["write", Database.Path, password]))
        {
            Assert.That(child.ReadLine(), Is.EqualTo("ready"));
            child.Kill();
        }

        using (var held = HeldDatabase.TryHold(Database, password)!)
        {
            Assert.That(held.Log, Is.Not.Null);
            Assert.That(held.Length, Is.EqualTo(held.Data.Length + held.Log!.Length));
        }

        Assert.That(Shop.Count(Database.Path, password), Is.EqualTo(1000));
    }

    [TestCase(1)]
    [TestCase(5000)]
    public void ATornLastPageIsPassed(int length)
    {
        Shop.MakeKilled(Database.Path, settled: 10, logged: 100);
        using (var log = File.OpenWrite(Database.LogPath))
            log.SetLength(log.Length + length);

        HeldDatabase.TryHold(Database)!.Dispose();

        Assert.That(Shop.Count(Database.Path), Is.EqualTo(110));
    }

    [Test]
    public void ABlankPageIsPassed()
    {
        Shop.MakeKilled(Database.Path, settled: 10, logged: 100);
        using (var log = File.OpenWrite(Database.LogPath))
            log.SetLength((log.Length / 8192 * 8192) + (2 * 8192));

        HeldDatabase.TryHold(Database)!.Dispose();

        Assert.That(Shop.Count(Database.Path), Is.EqualTo(110));
    }

    [Test]
    public void ALogOfNothingIsPassed([Values(0, 10)] int length)
    {
        Shop.Make(Database.Path);
        File.WriteAllBytes(Database.LogPath, new byte[length]);

        HeldDatabase.TryHold(Database)!.Dispose();

        Assert.That(Shop.Count(Database.Path), Is.EqualTo(200));
    }

    [Test]
    public void ACheckpointThatWasCutWithinAPageIsPassed([Values(0, 3, 10)] int pagesWritten, [Values(0, 4096)] int torn)
    {
        Shop.MakeKilled(Database.Path, settled: 10, logged: 500);
        using (var data = File.Open(Database.Path, FileMode.Open))
        using (var log = File.OpenRead(Database.LogPath))
            Checkpoint(data, log, pagesWritten, torn);

        HeldDatabase.TryHold(Database)!.Dispose();

        Assert.That(Shop.Count(Database.Path), Is.EqualTo(510));
    }

    [Test]
    public void ATruncatedDataFileIsSeenInSpiteOfIt()
    {
        Shop.MakeKilled(Database.Path, settled: 500, logged: 1);
        using (var data = File.OpenWrite(Database.Path))
            data.SetLength(5 * 8192);

        Assert.That(Refused(() => HeldDatabase.TryHold(Database)).Code, Is.EqualTo(ErrorCode.Damaged));
    }

    /// <summary>
    /// A transaction was given pages, another committed a header that counts them, and the process was killed: the pages are in no
    /// file, and nothing leads to them.
    /// </summary>
    [Test]
    public void PagesThatWereNeverWrittenAreNoDamage([Values] bool isSettled)
    {
        var open = In("open.db");
        using (var database = Shop.Open(open))
        {
            database.CheckpointSize = 0;
            Shop.Fill(database, 1, 10);
            database.Checkpoint();
            CommitWhileAnotherIsOpen(database);
            Shop.CopyOf(database, open, Database.Path);
        }

        if (isSettled)
        {
            using var database = Shop.Open(Database.Path);
            database.Checkpoint();
        }

        var bytes = File.ReadAllBytes(Database.Path);
        if (isSettled)
            Assert.That(bytes.Length / 8192, Is.LessThan(BitConverter.ToInt32(bytes, 64)), "The test has lost its case: no page is missing.");

        HeldDatabase.TryHold(Database)!.Dispose();
        Assert.That(Shop.Count(Database.Path), Is.EqualTo(310));
    }

    /// <summary>A transaction is bound to its thread. The one that commits was given its pages first, so that the others are the last.</summary>
    private static void CommitWhileAnotherIsOpen(LiteDatabase database)
    {
        using var inserted = new ManualResetEventSlim();
        using var mayCommit = new ManualResetEventSlim();
        var committing = new Thread(() =>
        {
            database.BeginTrans();
            database.GetCollection("rows").Insert(Shop.Documents(11, 300));
            inserted.Set();
            mayCommit.Wait();
            database.Commit();
        });
        committing.Start();
        inserted.Wait();
        database.BeginTrans();
        database.GetCollection("big").Insert(Shop.Documents(1, 500));
        mayCommit.Set();
        committing.Join();
    }

    private static void Checkpoint(FileStream data, FileStream log, int pages, int torn)
    {
        var page = new byte[8192];
        for (var index = 0; index <= pages; index++)
        {
            log.ReadExactly(page);
            page.AsSpan(14, 4).Fill(0xff);
            page[18] = 0;
            data.Position = BitConverter.ToInt32(page) * 8192L;
            data.Write(index < pages ? page : page[..torn]);
        }
    }
}
