using TypedMigrations.Discovering;
using TypedMigrations.Storing;
using TypedMigrations.Tests.Building;
using TypedMigrations.Tests.Modules.Reversible;

namespace TypedMigrations.Tests.Running;

public sealed class RunGoesBack
{
    private readonly Listener _listener = new();

    private Migrator Migrator(RecordingStore store) => new([new ReversibleModule()], store, observer: _listener);

    private static DatabaseState AtTheSecond() => Code.Database() with
    {
        Journal = [.. MigrationCatalog.Discover([new ReversibleModule()]).Migrations.Take(2).Select(migration => Code.Entry($"Reversible/{migration.Id.Text}", migration.Fingerprint))],
    };

    [Test]
    public async Task ThroughTheSameRooms()
    {
        var store = new RecordingStore(AtTheSecond());

        var report = await Migrator(store).RunAsync(MigrationGoal.Back());

        Assert.That(store.Calls, Is.EqualTo(["open", "copy", "apply 20201022_Second", "verify", "write", "swap", "let in", "throw copy away", "close"]));
        Assert.That(store.Written, Is.Empty);
        Assert.That(store.Removed.Select(id => id.Text), Is.EqualTo(["20201022_Second"]));
        Assert.That(store.Audit.Added.Select(added => $"{added.Kind} {added.Subject}"), Is.EqualTo(["Started database", "Reverted 20201022_Second of module Reversible"]));
        Assert.That(_listener.Heard.Select(heard => heard.GetType().Name), Is.EqualTo(["Planned", "Copied", "Reverting", "Reverted", "Verified", "SwappedIn"]));
        Assert.That((report.Reverted.Count, report.Results.Count, report.IsRehearsal), Is.EqualTo((1, 0, false)));
    }

    [Test]
    public async Task ToTheMigrationThatIsNamed()
    {
        var store = new RecordingStore(AtTheSecond());

        var report = await Migrator(store).MigrateToAsync("First");

        Assert.That(store.Removed.Select(id => id.Text), Is.EqualTo(["20201022_Second"]));
        Assert.That(report.ToString(), Does.Match(
            """
            ^Migrated shop\.db in \d+\.\d\d s\.
              migration               module      table   read  written  time
              ----------------------  ----------  ------  ----  -------  ------
              revert 20201022_Second  Reversible  orders  2     2        \d\.\d\d s
            Backup: shop\.db\.backup$
            """.ReplaceLineEndings("\n")));
    }

    [Test]
    [Behavior(63)]
    public async Task OrIsOnlyPlanned()
    {
        var store = new RecordingStore(AtTheSecond());

        var plan = await Migrator(store).PlanAsync(MigrationGoal.Back());

        Assert.That(store.Calls, Is.EqualTo(["open", "close"]));
        Assert.That(plan.Reverted(), Is.EqualTo(["Reversible/20201022_Second"]));
    }

    [Test]
    [Behavior(75)]
    public async Task OrIsOnlyRehearsed()
    {
        var store = new RecordingStore(AtTheSecond());

        var report = await Migrator(store).RehearseAsync(MigrationGoal.Back());

        Assert.That(store.Calls, Does.Not.Contain("swap"));
        Assert.That((report.IsRehearsal, report.Reverted.Count), Is.EqualTo((true, 1)));
    }

    [Test]
    public async Task AndSaysWhichWasBeingTakenBackWhenItFailed()
    {
        var store = new RecordingStore(AtTheSecond()).When("apply 20201022_Second", () => throw new MigrationException(new Problem(ErrorCode.StepThrew, "No.", "Do.")));

        var failed = await Assert.ThrowsAsync<MigrationException>(() => Migrator(store).RunAsync(MigrationGoal.Back()));

        Assert.That(failed!.Message, Is.EqualTo(
            """
            TM4001: No.
              taking back         20201022_Second of module Reversible
              on the copy         nothing before it
              still to take back  20201022_Second
              database            shop.db was not changed.
            Do.
            """));
        Assert.That(store.Kept, Is.EqualTo(["Failed TM4001: No."]));
    }
}
