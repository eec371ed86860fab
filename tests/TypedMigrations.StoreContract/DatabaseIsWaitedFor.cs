using TypedMigrations.StoreContract.Modules.History;
using TypedMigrations.Storing;

namespace TypedMigrations.StoreContract;

public abstract class DatabaseIsWaitedFor<THarness> : StoreTest<THarness>
    where THarness : StoreHarness, new()
{
    [Test]
    public async Task AndIsThere()
    {
        await RunTo(new HistoryModule(), "20240102");
        var before = Database.Snapshot();

        var state = await Maintain(maintenance => maintenance.WaitAsync(TimeSpan.Zero));

        Assert.That(state.Journal, Has.Count.EqualTo(2));
        Assert.That(Database.Snapshot(), Is.EqualTo(before));
    }

    [Test]
    public async Task UntilSomebodyMakesIt()
    {
        var time = new PassingTime(Time.Now);
        time.At(TimeSpan.FromSeconds(20), () => RunTo(new HistoryModule(), "20240101").GetAwaiter().GetResult());

        var state = await Maintain(maintenance => maintenance.WaitAsync(TimeSpan.FromSeconds(60)), time);

        Assert.That(state.Journal, Has.Count.EqualTo(1));
        Assert.That(time.Passed, Is.EqualTo(TimeSpan.FromSeconds(20)));
    }

    [Test]
    public async Task ButNobodyMakesIt()
    {
        var time = new PassingTime(Time.Now);

        var refused = await Assert.ThrowsAsync<MigrationException>(() => Maintain(maintenance => maintenance.WaitAsync(TimeSpan.FromSeconds(60.05)), time));

        Assert.That(refused!.Message, Is.EqualTo($"""
            TM3302: {Database.Name} does not exist.
            Make it with the program to which it belongs, or wait longer.
            """));
        Assert.That(time.Passed, Is.EqualTo(TimeSpan.FromSeconds(60.05)));
    }

    [Test]
    public async Task ButAnotherProcessHasIt()
    {
        await RunTo(new HistoryModule(), "20240102");
        var other = Database.OpenStore();
        try
        {
            using var session = other.Open(new SessionOptions(TimeSpan.Zero, (_, _) => { }), CancellationToken.None);
            var refused = await Assert.ThrowsAsync<MigrationException>(() => Maintain(maintenance => maintenance.WaitAsync(TimeSpan.Zero)));

            Assert.That(refused!.Message, Does.StartWith($"TM3001: {Database.Name} is locked by process {Environment.ProcessId} "));
        }
        finally
        {
            (other as IDisposable)?.Dispose();
        }
    }
}
