using TypedMigrations.StoreContract;
using TypedMigrations.StoreContract.Modules.History;

namespace TypedMigrations.LiteDb.Tests.Opening;

public sealed class TwoStoresOnOneFile : LiteDbTest
{
    [Test, Behavior(59)]
    public async Task DirectTheSecondWaitsAndFailsWithWhoHoldsIt()
    {
        using var first = await LiteDbMigrations.RunAsync(Database.Connection, [new HistoryModule()], Options());
        var observer = new RecordingObserver();

        var refused = await Assert.ThrowsAsync<MigrationException>(() =>
            LiteDbMigrations.RunAsync(Database.Connection, [new HistoryModule()], Options(options => options.LockTimeout = TimeSpan.FromMilliseconds(200)), observer));

        Assert.That(refused!.Message, Does.Match($"""
            ^TM3001: shop\.db is locked by process {Environment.ProcessId} \(.*\) on {Environment.MachineName} since ....-..-.. ..:..:..Z\.
              lock file  .*shop\.db\.lock
              waited     0\.2 s
            Stop that process, or let this one wait longer \(LockTimeout\), then start again\.$
            """.ReplaceLineEndings("\n")));
        Assert.That(observer.Events.Single(), Is.TypeOf<MigrationEvent.WaitingForLock>().With.Property("Holder").Contains($"process {Environment.ProcessId} "));
    }

    [Test, Behavior(59)]
    public async Task DirectTheSecondSucceedsWhenTheFirstIsDisposed()
    {
        var first = await LiteDbMigrations.RunAsync(Database.Connection, [new HistoryModule()], Options());

        // It is told that it waits: the first goes then.
        var observer = new RecordingObserver(happened =>
        {
            if (happened is MigrationEvent.WaitingForLock)
                first.Dispose();
        });
        using var second = await LiteDbMigrations.RunAsync(Database.Connection, [new HistoryModule()], Options(options => options.LockTimeout = TimeSpan.FromSeconds(60)), observer);

        Assert.That(second.Report.WasUpToDate, Is.True);
        Assert.That(second.Database.GetCollection("shops").Count(), Is.Zero);
    }

    [Test]
    public async Task SharedTheSecondFindsNothingToDoAndBothUseTheFile()
    {
        using var first = await LiteDbMigrations.RunAsync(Database.Connection + ";Connection=shared", [new HistoryModule()], Options());
        using var second = await LiteDbMigrations.RunAsync(Database.Connection + ";Connection=shared", [new HistoryModule()], Options());

        first.Database.GetCollection("shops").Insert(new LiteDB.BsonDocument { ["_id"] = "a", ["name"] = "A" });
        second.Database.GetCollection("shops").Insert(new LiteDB.BsonDocument { ["_id"] = "b", ["name"] = "B" });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(second.Report.WasUpToDate, Is.True);
            Assert.That(first.Database.GetCollection("shops").Count(), Is.EqualTo(2));
        }
    }

    [Test]
    public async Task SharedTheSecondDoesNotMigrateWhileTheFirstIsThere()
    {
        using var first = await LiteDbMigrations.RunAsync(Database.Connection + ";Connection=shared", [new HistoryModule()], Options(options => options.StepLimit = 1));
        first.Database.GetCollection("shops").Count();

        var refused = await RunFails(";Connection=shared");

        Assert.That(refused.Code, Is.EqualTo(ErrorCode.LockNotFree));
    }

    [Test]
    public async Task SharedTwoThatWaitForTheFirstDoNotKeepEachOtherOut()
    {
        var first = await LiteDbMigrations.RunAsync(Database.Connection + ";Connection=shared", [new HistoryModule()], Options(options => options.StepLimit = 1));
        var waiting = new CountdownEvent(2);

        Task<MigratedLiteDatabase> Wait()
        {
            var observer = new RecordingObserver(happened =>
            {
                if (happened is MigrationEvent.WaitingForLock && !waiting.IsSet)
                    waiting.Signal();
            });
            return LiteDbMigrations.RunAsync(Database.Connection + ";Connection=shared", [new HistoryModule()], Options(options => options.LockTimeout = TimeSpan.FromSeconds(20)), observer);
        }

        var (second, third) = (Wait(), Wait());
        waiting.Wait();
        first.Dispose();
        using var secondDatabase = await second;
        using var thirdDatabase = await third;

        Assert.That(new[] { secondDatabase.Report, thirdDatabase.Report }.Count(report => report.WasUpToDate), Is.EqualTo(1), "Exactly one applied.");
    }

    [Test, Behavior(56), Behavior(57)]
    public async Task DirectOfManyAtOnceExactlyOneApplies()
    {
        async Task<MigrationReport> Start()
        {
            await using var migrated = await LiteDbMigrations.RunAsync(Database.Connection, [new HistoryModule()], Options(options => options.LockTimeout = TimeSpan.FromSeconds(60)));
            return migrated.Report;
        }

        var reports = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Start()));

        Assert.That(reports.Count(report => !report.WasUpToDate), Is.EqualTo(1));
    }

    [Test, Behavior(58)]
    public async Task DirectOfManyAtOnceWithAStepLimitEachAppliesOne()
    {
        async Task<MigrationReport> Start()
        {
            await using var migrated = await LiteDbMigrations.RunAsync(
                Database.Connection, [new HistoryModule()], Options(options => (options.LockTimeout, options.StepLimit) = (TimeSpan.FromSeconds(60), 1)));
            return migrated.Report;
        }

        var reports = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Start()));

        Assert.That(reports.Select(report => report.Results.Single().Id.Stamp.Day).Order(), Is.EqualTo(new[] { 1, 2, 3, 4, 5 }));
    }

    [Test, Behavior(63)]
    public async Task APlanIsNotWaitedFor()
    {
        using var first = await LiteDbMigrations.RunAsync(Database.Connection, [new HistoryModule()], Options());
        using var second = new LiteDbStore(Database.Connection);

        var refused = await Assert.ThrowsAsync<MigrationException>(() => new Migrator([new HistoryModule()], second, new MigrationOptions()).PlanAsync());

        Assert.That(refused!.Message, Does.Contain("waited     not at all"));
    }
}
