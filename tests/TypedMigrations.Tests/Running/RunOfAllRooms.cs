using TypedMigrations.Storing;
using TypedMigrations.Tests.Building;
using TypedMigrations.Tests.Modules.Shop;

namespace TypedMigrations.Tests.Running;

public sealed class RunOfAllRooms
{
    private static readonly string[] Migrations = ["20201006_First", "20201022093000__Two__Steps"];

    private readonly Listener _listener = new();

    private Migrator Migrator(RecordingStore store, MigrationOptions? options = null) => new([new ShopModule()], store, options, observer: _listener);

    private static DatabaseState UpToDate()
    {
        var entries = TypedMigrations.Discovering.MigrationCatalog.Discover([new ShopModule()]).Migrations.Select(migration => Code.Entry($"Shop/{migration.Id.Text}", migration.Fingerprint));
        return Code.Database() with { Journal = [.. entries] };
    }

    [Test]
    [Behavior(17)]
    public async Task GoesThroughThemInOrder()
    {
        var store = new RecordingStore(DatabaseState.None);

        var report = await Migrator(store).RunAsync();

        Assert.That(store.Calls, Is.EqualTo(["open", "copy", "apply 20201006_First", "apply 20201022093000__Two__Steps", "verify", "write", "swap", "let in", "throw copy away", "close"]));
        Assert.That(store.Written.Select(entry => (entry.Module, entry.Id, entry.Kind)), Is.EqualTo(Migrations.Select(id => ("Shop", id, JournalKind.Applied))));
        Assert.That(_listener.Heard.Select(heard => heard.GetType().Name), Is.EqualTo(
            ["Planned", "Copied", "Migrating", "Migrated", "Migrating", "Migrated", "Verified", "SwappedIn"]));
        Assert.That((report.Results.Count, report.IsRehearsal, report.WasUpToDate, report.Backup), Is.EqualTo((2, false, false, "shop.db.backup")));
    }

    [Test]
    public async Task LeavesAnAuditTrailOfIt()
    {
        var store = new RecordingStore(DatabaseState.None);

        await Migrator(store).RunAsync();

        Assert.That(store.Audit.Added.Select(added => $"{added.Kind} {added.Subject}"), Is.EqualTo(
            ["Started database", "Applied 20201006_First of module Shop", "Seeded 20201006_First of module Shop", "Applied 20201022093000__Two__Steps of module Shop"]));
        Assert.That(AuditTrail.FindBreak(store.Audit.Added), Is.Null);
    }

    [Test]
    [Behavior(18)]
    public async Task MakesNoCopyAndWritesNothingWhenNothingIsPending()
    {
        var store = new RecordingStore(UpToDate());

        var report = await Migrator(store).RunAsync();

        Assert.That(store.Calls, Is.EqualTo(["open", "let in", "close"]));
        Assert.That((report.WasUpToDate, report.IsRehearsal), Is.EqualTo((true, false)));
        Assert.That(_listener.Heard.Single(), Is.TypeOf<MigrationEvent.Planned>());
    }

    [Test]
    [Behavior(75)]
    public async Task IsTheSameButForTheSwapWhenItIsRehearsed()
    {
        var (real, rehearsed) = (new RecordingStore(DatabaseState.None), new RecordingStore(DatabaseState.None));

        await Migrator(real).RunAsync();
        var report = await Migrator(rehearsed).RehearseAsync();

        Assert.That(rehearsed.Calls, Is.EqualTo(real.Calls.Except(["swap", "let in"])));
        Assert.That(report.IsRehearsal, Is.True);
    }

    [Test]
    public async Task IsARehearsalToldAsSuchWhenItOnlyAdopts()
    {
        var options = new MigrationOptions { AdoptAt = { ["Shop"] = "_Two__Steps" } };

        var report = await Migrator(new RecordingStore(Code.Database()), options).RehearseAsync();

        Assert.That((report.Results.Count, report.IsRehearsal), Is.EqualTo((0, true)));
        Assert.That(report.ToString(), Does.StartWith("Rehearsed on a copy of shop.db"));
    }

    [Test]
    public async Task JournalsWhatItAdopts()
    {
        var store = new RecordingStore(Code.Database());

        await Migrator(store, new MigrationOptions { AdoptAt = { ["*"] = "First" } }).RunAsync();

        Assert.That(store.Calls, Is.EqualTo(["open", "copy", "adopt", "apply 20201022093000__Two__Steps", "verify", "write", "swap", "let in", "throw copy away", "close"]));
        Assert.That(store.Written.Select(entry => entry.Kind), Is.EqualTo([JournalKind.Adopted, JournalKind.Applied]));
    }

    [Test]
    [Behavior(62)]
    public async Task PlansAgainUnderTheExclusiveLock()
    {
        var store = new RecordingStore(DatabaseState.None) { IsExclusive = false };
        store.When("await exclusive", () => store.State = UpToDate());

        var report = await Migrator(store).RunAsync();

        Assert.That(store.Calls, Is.EqualTo(["open", "await exclusive", "let in", "close"]), "the other process did the work");
        Assert.That(report.WasUpToDate, Is.True);
    }

    [Test]
    [Behavior(63)]
    public async Task IsPlannedWithoutWaitingForTheLock()
    {
        var store = new RecordingStore(DatabaseState.None) { IsExclusive = false };

        var plan = await Migrator(store).PlanAsync();

        Assert.That(store.LockTimeout, Is.EqualTo(TimeSpan.Zero));
        Assert.That(store.Calls, Is.EqualTo(["open", "close"]));
        Assert.That(plan.Pending, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task TakesItsTimeFromTheClockUntilAfterTheSwap()
    {
        var clock = new Clock();
        var store = new RecordingStore(DatabaseState.None).When("swap", () => clock.Now += TimeSpan.FromSeconds(5));

        var report = await new Migrator([new ShopModule()], store, time: clock).RunAsync();

        Assert.That(report.Duration, Is.EqualTo(TimeSpan.FromSeconds(5)));
        Assert.That(store.Written.Select(entry => entry.At), Is.All.EqualTo(Clock.Start));
    }

    private sealed class Clock : TimeProvider
    {
        public static readonly DateTimeOffset Start = new(2020, 10, 27, 12, 0, 0, TimeSpan.Zero);

        public DateTimeOffset Now { get; set; } = Start;

        public override DateTimeOffset GetUtcNow() => Now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }
}
