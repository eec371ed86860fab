using TypedMigrations.LiteDb.Files;

namespace TypedMigrations.LiteDb.Tests.Files;

public sealed class LockIsHeldExclusively : FolderTest
{
    [Test]
    public void NobodyElseGetsItInThisProcess()
    {
        using var first = new DatabaseLock(Database);
        using var second = new DatabaseLock(Database);

        Assert.That(first.TryTakeExclusive(), Is.True);
        Assert.That(first.IsExclusive, Is.True);
        Assert.That(second.TryTakeExclusive(), Is.False);
        Assert.That(second.TryTakeShared(), Is.False);
        Assert.That(second.IsHeld, Is.False);
    }

    [Test]
    public void NobodyElseGetsItInAnotherProcessAndTheHolderIsNamed()
    {
        using var child = Child.Start(["lock", Database.Path]);
        Assert.That(child.ReadLine(), Is.EqualTo("ready"));
        using var here = new DatabaseLock(Database);

        Assert.That(here.TryTakeExclusive(), Is.False);
        Assert.That(here.DescribeHolder(), Does.StartWith($"process {child.Id} (").And.Contain($"on {Environment.MachineName} since 20"));
    }

    [Test]
    public void ItIsFreeWhenItsHolderDies()
    {
        using var child = Child.Start(["lock", Database.Path]);
        Assert.That(child.ReadLine(), Is.EqualTo("ready"));
        child.Kill();
        using var here = new DatabaseLock(Database);

        Assert.That(here.TryTakeExclusive(), Is.True);
        Assert.That(here.DescribeHolder(), Does.StartWith($"process {Environment.ProcessId} ("));
    }

    [Test]
    public void ItIsFreeAfterRelease()
    {
        using var first = new DatabaseLock(Database);
        using var second = new DatabaseLock(Database);
        first.TryTakeExclusive();
        first.Release();

        Assert.That(first.IsHeld, Is.False);
        Assert.That(second.TryTakeExclusive(), Is.True);
    }

    [Test]
    public void TakingItAgainKeepsIt()
    {
        using var held = new DatabaseLock(Database);
        held.TryTakeExclusive();

        Assert.That(held.TryTakeExclusive(), Is.True);
        Assert.That(held.IsExclusive, Is.True);
    }

    [Test]
    public void ReleaseLeavesTheLockFileAndNoNote()
    {
        using (var held = new DatabaseLock(Database))
        {
            held.TryTakeExclusive();
            Assert.That(Names, Is.EqualTo(["shop.db.lock", "shop.db.lock-holder"]));
        }

        Assert.That(Names, Is.EqualTo(["shop.db.lock"]));
    }

    [Test]
    public void ReleaseLeavesTheNoteOfAnother()
    {
        using var held = new DatabaseLock(Database);
        held.TryTakeExclusive();
        LockHolder.Me(DateTimeOffset.UnixEpoch).TryWrite(Database.HolderPath);
        held.Release();

        Assert.That(File.Exists(Database.HolderPath), Is.True);
    }

    [TestCase("")]
    [TestCase("no note")]
    [TestCase("x\nHost\nmachine\n2020-11-20T09:14:03.0000000+00:00\ntoken")]
    [TestCase("1\nHost\nmachine\nyesterday\ntoken")]
    [TestCase("1\nHost\nmachine\n2020-11-20T09:14:03.0000000+00:00")]
    public void AnUnreadableNoteIsAnUnknownProcess(string note)
    {
        File.WriteAllText(Database.HolderPath, note);

        Assert.That(new DatabaseLock(Database).DescribeHolder(), Is.EqualTo("an unknown process"));
    }
}
