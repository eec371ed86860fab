using TypedMigrations.Storing;
using TypedMigrations.Tests.Building;
using TypedMigrations.Tests.Modules.Shop;

namespace TypedMigrations.Tests.Running;

/// <summary>Planning under the lock throws, in place of a plan with problems.</summary>
public sealed class PlanCannotBeMade
{
    private readonly RecordingStore _store = new(DatabaseState.None);
    private readonly Listener _listener = new();

    private static MigrationModule Trimmed() => EmittedAssembly.Module(["Emitted.Accounts.M20201006_First|Emitted.Accounts.M20201006_First.First|v1:0|||"]);

    private Migrator Migrator(MigrationModule module) => new([module], _store, observer: _listener);

    [Test]
    public async Task SaysThatTheDatabaseIsAsItWas()
    {
        var thrown = await Assert.ThrowsAsync<MigrationException>(() => Migrator(Trimmed()).RunAsync());

        Assert.That(thrown!.Message, Is.EqualTo(
            """
            TM1012: Migration 20201006_First of module Accounts is in the manifest of assembly Emitted, but its class is not in the assembly.
              class     Emitted.Accounts.M20201006_First.First
              database  shop.db was not changed.
            A published program that is trimmed keeps its migrations only where its project says so: <TrimmerRootAssembly Include="Emitted" />.
            """));
    }

    [Test]
    public async Task IsToldWithACodeWhateverWasThrown()
    {
        _store.When("check", () => throw new FileNotFoundException("Could not load file or assembly 'Shop.Prices'."));

        var thrown = await Assert.ThrowsAsync<MigrationException>(() => Migrator(new ShopModule()).RunAsync());

        Assert.That(thrown!.Message, Is.EqualTo(
            """
            TM4008: The run failed in a way that nobody foresaw.
              reason    FileNotFoundException: Could not load file or assembly 'Shop.Prices'.
              database  shop.db was not changed.
            Remove the reason and start again. If it is a fault of this library, please report it with the whole exception.
            """));
        Assert.That(thrown.InnerException, Is.TypeOf<FileNotFoundException>());
    }

    [Test]
    public async Task IsToldTheObserverAndWritesNothing()
    {
        var thrown = await Assert.ThrowsAsync<MigrationException>(() => Migrator(Trimmed()).RunAsync());

        Assert.That(_store.Calls, Is.EqualTo(["open", "close"]));
        Assert.That(_store.Kept, Is.Empty);
        Assert.That(_listener.Heard, Is.EqualTo([new MigrationEvent.Failed("shop.db", thrown!)]));
    }

    [Test]
    public async Task AfterWaitingForTheExclusiveLock()
    {
        _store.IsExclusive = false;
        _store.When("await exclusive", () =>
        {
            _store.IsExclusive = true;
            _store.When("check", () => throw new IOException("No."));
        });

        var thrown = await Assert.ThrowsAsync<MigrationException>(() => Migrator(new ShopModule()).RunAsync());

        Assert.That(thrown!.DatabaseState, Is.EqualTo("shop.db was not changed."));
        Assert.That(_store.Calls, Is.EqualTo(["open", "await exclusive", "close"]));
    }

    [Test]
    public async Task ForARehearsalThatOthersUse()
    {
        var thrown = await Assert.ThrowsAsync<MigrationException>(() => Migrator(Trimmed()).RehearseAsync(goal: null, (_, _) => Task.CompletedTask));

        Assert.That(thrown!.DatabaseState, Is.EqualTo("shop.db was not changed."));
        Assert.That(_listener.Heard, Is.EqualTo([new MigrationEvent.Failed("shop.db", thrown)]));
    }

    [Test]
    public async Task ForALookItSaysNothingOfARun()
    {
        var thrown = await Assert.ThrowsAsync<MigrationException>(() => Migrator(Trimmed()).PlanAsync());

        Assert.That(thrown!.DatabaseState, Is.Null);
        Assert.That(_listener.Heard, Is.Empty);
    }
}
