using TypedMigrations.Storing;
using TypedMigrations.Tests.Building;
using TypedMigrations.Tests.Modules.Shop;

namespace TypedMigrations.Tests.Running;

public sealed class RunThatFails
{
    private readonly RecordingStore _store = new(DatabaseState.None);
    private readonly Listener _listener = new();

    private Task<MigrationReport> Run(CancellationToken cancellation = default) => new Migrator([new ShopModule()], _store, observer: _listener).RunAsync(cancellation);

    private static MigrationException StepThrew() => new(
        new Problem(ErrorCode.StepThrew, "The conversion of orders.amount threw.", "Correct the function.", ("document", "o1")), new FormatException("no number"));

    [Test]
    [Behavior(44)]
    [Behavior(46)]
    public async Task SaysWhatHadRunWhatFailedAndWhatIsStillPending()
    {
        _store.When("apply 20201022093000__Two__Steps", () => throw StepThrew());

        var thrown = await Assert.ThrowsAsync<MigrationException>(() => Run());

        Assert.That(thrown!.Message, Is.EqualTo(
            """
            TM4001: The conversion of orders.amount threw.
              migration      20201022093000__Two__Steps of module Shop
              on the copy    after 20201006_First
              still pending  20201022093000__Two__Steps
              document       o1
              database       shop.db was not changed.
            Correct the function.
            """));
    }

    [Test]
    [Behavior(47)]
    public async Task KeepsItsCause()
    {
        _store.When("apply 20201006_First", () => throw StepThrew());

        Assert.That((await Assert.ThrowsAsync<MigrationException>(() => Run()))!.InnerException, Is.TypeOf<FormatException>());
    }

    [Test]
    [Behavior(45)]
    [Behavior(48)]
    public async Task ThrowsTheCopyAwayAndWritesNoJournal()
    {
        _store.When("apply 20201006_First", () => throw StepThrew());

        await Assert.ThrowsAsync<MigrationException>(() => Run());

        Assert.That(_store.Calls, Is.EqualTo(["open", "copy", "apply 20201006_First", "throw copy away", "keep", "close"]));
        Assert.That(_store.Kept, Is.EqualTo(["Failed TM4001: The conversion of orders.amount threw."]));
        Assert.That(_listener.Heard[^1], Is.TypeOf<MigrationEvent.Failed>());
    }

    [TestCase("copy")]
    [TestCase("apply 20201006_First")]
    [TestCase("verify")]
    [TestCase("write")]
    [TestCase("swap")]
    public async Task IsToldWithACodeWhateverWasThrown(string room)
    {
        _store.When(room, () => throw new IOException("No space left on device."));

        var thrown = await Assert.ThrowsAsync<MigrationException>(() => Run());

        Assert.That(thrown!.Message, Is.EqualTo(
            """
            TM4008: The run failed in a way that nobody foresaw.
              reason    IOException: No space left on device.
              database  shop.db was not changed.
            Remove the reason and start again. If it is a fault of this library, please report it with the whole exception.
            """));
        Assert.That(thrown.InnerException, Is.TypeOf<IOException>());
        Assert.That(_store.Kept, Has.Count.EqualTo(1));
        Assert.That(_listener.Heard[^1], Is.TypeOf<MigrationEvent.Failed>());
    }

    [Test]
    [Behavior(55)]
    public async Task IsReportedTogetherWithASecondFailure()
    {
        _store.When("verify", () => throw StepThrew()).When("keep", () => throw new IOException("No space left on device."));

        var thrown = await Assert.ThrowsAsync<MigrationException>(() => Run());

        Assert.That(thrown!.Problems.Select(problem => problem.Code), Is.EqualTo([ErrorCode.StepThrew, ErrorCode.StoreFailed]));
        Assert.That(thrown.Message, Does.Contain("could not be kept for the audit trail").And.Contains("No space left on device."));
    }

    [Test]
    [Behavior(75)]
    public async Task IsCancelledBetweenMigrations()
    {
        using var cancellation = new CancellationTokenSource();
        _store.When("apply 20201006_First", cancellation.Cancel);

        var thrown = await Assert.ThrowsAsync<OperationCanceledException>(() => Run(cancellation.Token));

        Assert.That(thrown!.Message, Is.EqualTo("The migration was cancelled. shop.db was not changed."));
        Assert.That(_store.Calls, Is.EqualTo(["open", "copy", "apply 20201006_First", "throw copy away", "keep", "close"]));
    }

    [Test]
    public async Task CannotBeCancelledOnceItIsSwappedIn()
    {
        using var cancellation = new CancellationTokenSource();
        _store.When("swap", cancellation.Cancel);

        Assert.That((await Run(cancellation.Token)).Results, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task DoesNotSayThatNothingChangedAfterTheSwap()
    {
        var migrator = new Migrator([new ShopModule()], _store, observer: new Listener
        {
            Then = happened =>
            {
                if (happened is MigrationEvent.SwappedIn)
                    throw new InvalidOperationException("A fault of the observer.");
            },
        });

        await Assert.ThrowsAsync<InvalidOperationException>(() => migrator.RunAsync());

        Assert.That(_store.Kept, Is.Empty);
    }

    [Test]
    public async Task WritesNothingWhenThePlanIsRefused()
    {
        _store.State = Code.Database("Shop/20991231_Newer");

        var thrown = await Assert.ThrowsAsync<MigrationException>(() => Run());

        Assert.That(thrown!.Code, Is.EqualTo(ErrorCode.DatabaseNewer));
        Assert.That(thrown.DatabaseState, Is.EqualTo("shop.db was not changed."));
        Assert.That(_store.Calls, Is.EqualTo(["open", "close"]));
        Assert.That(_listener.Heard[^1], Is.TypeOf<MigrationEvent.Failed>());
    }
}
