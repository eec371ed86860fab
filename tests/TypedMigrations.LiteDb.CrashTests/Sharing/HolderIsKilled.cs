using TypedMigrations.LiteDb.CrashTests.Databases;

namespace TypedMigrations.LiteDb.CrashTests.Sharing;

/// <summary>The process that has the lock is killed while another waits for it.</summary>
[Property("Behavior", 60)]
public sealed class HolderIsKilled
{
    [TestCase(""), TestCase(";Connection=shared")]
    [CancelAfter(120_000)]
    public async Task WhoWaitsMigratesWhenTheHolderDidNot(string connection, CancellationToken timeout)
    {
        using var workplace = new Workplace(Original.Plain);
        await using var holder = TwoProcessesStartAtOnce.Start(workplace, connection, "--wait-at=Migrating 20201027_ManyRoles");
        await holder.EventAsync("Migrating 20201027_ManyRoles", timeout);
        await using var waiting = TwoProcessesStartAtOnce.Start(workplace, connection);
        await waiting.LineAsync(TwoProcessesStartAtOnce.IsWaiting, timeout);
        await holder.KillAsync(timeout);

        Assert.That(await waiting.ExitAsync(timeout), Is.Zero, waiting.Story);
        Assert.That(waiting.Output, Does.Contain("applied 7"));
        workplace.IsFinished();
    }

    [Test, CancelAfter(120_000)]
    public async Task WhoWaitsHasNothingToDoWhenTheHolderHadMigrated(CancellationToken timeout)
    {
        using var workplace = new Workplace(Original.Plain);
        await using var holder = TwoProcessesStartAtOnce.Start(workplace, "", "--hold");
        await holder.LineAsync("holding", timeout);
        await using var waiting = TwoProcessesStartAtOnce.Start(workplace, "");
        await waiting.LineAsync(TwoProcessesStartAtOnce.IsWaiting, timeout);
        await holder.KillAsync(timeout);

        Assert.That(await waiting.ExitAsync(timeout), Is.Zero, waiting.Story);
        Assert.That(waiting.Output, Does.Contain("nothing to do"));
        workplace.IsFinished();
    }
}
