using TypedMigrations.StoreContract.Modules.Fields;
using TypedMigrations.StoreContract.Modules.History;
using TypedMigrations.Storing;

namespace TypedMigrations.StoreContract;

public abstract class RunIsCancelled<THarness> : StoreTest<THarness>
    where THarness : StoreHarness, new()
{
    private CancellationTokenSource _cancellation = null!;

    [SetUp]
    public void MakeSource() => _cancellation = new CancellationTokenSource();

    [TearDown]
    public void DisposeSource() => _cancellation.Dispose();

    [Test, Behavior(75)]
    public async Task BetweenMigrations()
    {
        await RunTo(new HistoryModule(), "20240101");
        Put("shops", "{'_id': 'a', 'name': 'A'}");

        await AssertChangesNothing(new HistoryModule(), happened => happened is MigrationEvent.Migrated { Id.Name: "Empty" });
    }

    [Test]
    public async Task InsideAMigration()
    {
        await RunTo(new FieldsModule(), "20240101");
        Put("people", "{'_id': 'a'}");

        await AssertChangesNothing(new FieldsModule(), happened => happened is MigrationEvent.Progress);
    }

    [Test]
    public async Task BeforeTheSwap()
    {
        await RunTo(new HistoryModule(), "20240101");

        await AssertChangesNothing(new HistoryModule(), happened => happened is MigrationEvent.Verified);
    }

    [Test]
    public async Task OfANewDatabaseWhichIsThenNotMade() =>
        await AssertChangesNothing(new HistoryModule(), happened => happened is MigrationEvent.Migrated { Id.Name: "Empty" });

    [Test]
    public async Task AndFinishesTheNextTimeWithTheCancelledRunInTheAuditTrail()
    {
        await AssertChangesNothing(new HistoryModule(), happened => happened is MigrationEvent.Copied);

        await RunTo(new HistoryModule(), "20240101");

        Assert.That(Database.Audit().Select(item => (item.Kind, item.Detail)).First(), Is.EqualTo((AuditKind.Failed, "cancelled")));
        Assert.That(History(), Is.EqualTo(new[] { "20240101_FirstShops" }));
    }

    private async Task AssertChangesNothing(MigrationModule module, Predicate<MigrationEvent> when)
    {
        var before = Database.Snapshot();
        var observer = new RecordingObserver(happened =>
        {
            if (when(happened))
                _cancellation.Cancel();
        });

        var cancelled = await Assert.ThrowsAsync<OperationCanceledException>(() => Run(module, observer: observer, cancellation: _cancellation.Token));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(cancelled!.Message, Is.EqualTo($"The migration was cancelled. {Database.Name} was not changed."));
            Assert.That(observer.Events[^1], Is.TypeOf<MigrationEvent.Failed>());
            Assert.That(Database.Snapshot(), Is.EqualTo(before));
        }
    }
}
