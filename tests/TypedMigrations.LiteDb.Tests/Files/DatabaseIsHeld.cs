using LiteDB.Engine;
using TypedMigrations.LiteDb.Files;

namespace TypedMigrations.LiteDb.Tests.Files;

public sealed class DatabaseIsHeld : FolderTest
{
    [Test]
    public void LiteDbDoesNotGetIn()
    {
        Shop.Make(Database.Path);
        using var held = HeldDatabase.TryHold(Database);

        Assert.That(() => Shop.Open(Database.Path), Throws.InstanceOf<IOException>());
    }

    [Test]
    public void ASecondHoldIsRefusedWithWhoHasItOpen()
    {
        Shop.Make(Database.Path);
        using var held = HeldDatabase.TryHold(Database);

        var refused = Refused(() => HeldDatabase.TryHold(Database));

        Assert.That(refused.Code, Is.EqualTo(ErrorCode.HeldByAnother));
        if (OperatingSystem.IsLinux())
            Assert.That(refused.Message, Does.Contain($"process {Environment.ProcessId} (this process)"));
    }

    [Test]
    public void AProgramThatOnlyUsesLiteDbIsNamed()
    {
        using var child = Child.Start(["write", Database.Path]);
        Assert.That(child.ReadLine(), Is.EqualTo("ready"));

        var refused = Refused(() => HeldDatabase.TryHold(Database));

        Assert.That(refused.Code, Is.EqualTo(ErrorCode.HeldByAnother));
        if (OperatingSystem.IsLinux())
            Assert.That(refused.Message, Does.Contain($"process {child.Id} ("));
    }

    [Test]
    public void AfterwardsLiteDbGetsIn()
    {
        Shop.Make(Database.Path);
        HeldDatabase.TryHold(Database)!.Dispose();

        Assert.That(Shop.Count(Database.Path), Is.EqualTo(200));
    }

    [TestCase(null)]
    [TestCase("secret")]
    public void AnEngineOnItsStreamsSettlesTheLog(string? password)
    {
        Shop.MakeKilled(Database.Path, settled: 50, logged: 100, password);
        using (var held = HeldDatabase.TryHold(Database, password)!)
        {
            Assert.That(held.RemoveSettledLog, Throws.InvalidOperationException);
            using (var engine = new LiteEngine(new EngineSettings { DataStream = held.Data, LogStream = held.Log, Password = password }))
                engine.Checkpoint();

            held.RemoveSettledLog();
            Assert.That(held.Log, Is.Null);
        }

        Assert.That(Names, Is.EqualTo(["shop.db"]));
        Assert.That(Shop.Count(Database.Path, password), Is.EqualTo(150));
    }

    [Test]
    public void AReadOnlyFileIsRefused()
    {
        using var mount = Mount.ReadOnly(In("disk"));

        var refused = Refused(() => HeldDatabase.TryHold(DatabaseFile.At(In("disk", "shop.db"))));

        Assert.That(refused.Code, Is.EqualTo(ErrorCode.NotWritable));
        Assert.That(refused.Message, Does.Contain(In("disk", "shop.db")));
    }
}
