using TypedMigrations.LiteDb.Files;

namespace TypedMigrations.LiteDb.Tests.Files;

public sealed class LockIsShared : FolderTest
{
    [Test]
    public void OthersShareItAndNobodyHasItAlone()
    {
        using var first = new DatabaseLock(Database);
        using var second = new DatabaseLock(Database);
        using var third = new DatabaseLock(Database);

        Assert.That(first.TryTakeShared(), Is.True);
        Assert.That(second.TryTakeShared(), Is.True);
        Assert.That(third.TryTakeExclusive(), Is.False);
        Assert.That(first.IsExclusive, Is.False);
    }

    [Test]
    public void TheOnlyHolderCanTakeItAlone()
    {
        using var held = new DatabaseLock(Database);
        held.TryTakeShared();

        Assert.That(held.TryTakeExclusive(), Is.True);
        Assert.That(held.IsExclusive, Is.True);
    }

    [Test]
    public void TakingItAloneWhileOthersShareItLosesIt()
    {
        using var first = new DatabaseLock(Database);
        using var second = new DatabaseLock(Database);
        first.TryTakeShared();
        second.TryTakeShared();

        Assert.That(first.TryTakeExclusive(), Is.False);
        Assert.That(first.IsHeld, Is.False);
        Assert.That(second.TryTakeExclusive(), Is.True);
    }

    [Test]
    public void AfterTheExclusiveOneItIsSharedAgain()
    {
        using var first = new DatabaseLock(Database);
        using var second = new DatabaseLock(Database);
        first.TryTakeExclusive();
        first.TryTakeShared();

        Assert.That(second.TryTakeShared(), Is.True);
    }
}
