using TypedMigrations.LiteDb.Files;

namespace TypedMigrations.LiteDb.Tests.Files;

public sealed class LockIsWaitedFor : FolderTest
{
    private readonly ManualTime _time = new();

    [Test]
    public void TheHolderIsToldAtOnceAndEveryFiveSeconds()
    {
        var told = new List<(string Holder, TimeSpan Waited)>();
        using var other = Held();
        using var held = NewLock();

        Refused(() => held.Acquire(held.TryTakeExclusive, TimeSpan.FromSeconds(12), (holder, waited) => told.Add((holder, waited)), CancellationToken.None));

        Assert.That(told.Select(one => one.Waited.TotalSeconds), Is.EqualTo([0, 5, 10]));
        Assert.That(told.Select(one => one.Holder), Has.All.StartsWith($"process {Environment.ProcessId} ("));
    }

    [Test]
    public void TheTimeoutSaysWhoHoldsItSinceWhenAndWhatToDo()
    {
        using var other = Held();
        using var held = NewLock();

        var refused = Refused(() => held.Acquire(held.TryTakeExclusive, TimeSpan.FromSeconds(12), (_, _) => { }, CancellationToken.None));

        var holder = other.DescribeHolder();
        Assert.That(refused.Message, Is.EqualTo(
            $"TM3001: shop.db is locked by {holder}.\n" +
            $"  lock file  {Database.LockPath}\n" +
            "  waited     12 s\n" +
            "Stop that process, or let this one wait longer (LockTimeout), then start again."));
    }

    [Test]
    public void NoTimeMeansOneTry()
    {
        var tries = 0;
        using var held = NewLock();

        var refused = Refused(() => held.Acquire(() => ++tries > 1, TimeSpan.Zero, (_, _) => Assert.Fail("It waited."), CancellationToken.None));

        Assert.That(refused.Code, Is.EqualTo(ErrorCode.LockNotFree));
        Assert.That(tries, Is.EqualTo(1));
    }

    [Test]
    public void ItIsTakenAsSoonAsItIsFree()
    {
        using var other = Held();
        using var held = NewLock();
        _time.At(TimeSpan.FromSeconds(3), other.Release);

        held.Acquire(held.TryTakeExclusive, Timeout.InfiniteTimeSpan, (_, _) => { }, CancellationToken.None);

        Assert.That(held.IsExclusive, Is.True);
        Assert.That(_time.Passed, Is.LessThan(TimeSpan.FromSeconds(4)));
    }

    [Test]
    public void CancellingEndsTheWaiting()
    {
        using var cancellation = new CancellationTokenSource();
        using var other = Held();
        using var held = NewLock();
        _time.At(TimeSpan.FromSeconds(3), cancellation.Cancel);

        Assert.That(
            () => held.Acquire(held.TryTakeExclusive, TimeSpan.FromSeconds(60), (_, _) => { }, cancellation.Token),
            Throws.InstanceOf<OperationCanceledException>());
    }

    private DatabaseLock NewLock() => new(Database, new LockWait(_time, (interval, _) => _time.Pass(interval)));

    private DatabaseLock Held()
    {
        var held = NewLock();
        Assert.That(held.TryTakeExclusive(), Is.True);
        return held;
    }
}
