using TypedMigrations.Discovering;
using TypedMigrations.Storing;
using TypedMigrations.Tests.Building;
using TypedMigrations.Tests.Modules.Shop;

namespace TypedMigrations.Tests.Running;

public sealed class CopyIsGivenToOthers
{
    [Test]
    public async Task AfterItWasVerifiedAndWritten()
    {
        var store = new RecordingStore(DatabaseState.None);
        RehearsedCopy? given = null;

        var report = await new Migrator([new ShopModule()], store).RehearseAsync(goal: null, (copy, _) =>
        {
            given = copy;
            store.Calls.Add("used");
            return Task.CompletedTask;
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(store.Calls.SkipWhile(call => call != "verify"), Is.EqualTo(["verify", "write", "let others open", "used", "throw copy away", "close"]));
            Assert.That(given!.ConnectionString, Does.Contain("secret"));
            Assert.That(given.ToString(), Is.EqualTo("/work/copy.db"));
            Assert.That(given.Report, Is.SameAs(report));
        }
    }

    [Test]
    public async Task UnderTheExclusiveLockThoughNothingIsPending()
    {
        var store = new RecordingStore(UpToDate()) { IsExclusive = false };
        store.When("await exclusive", () => store.IsExclusive = true);

        var report = await new Migrator([new ShopModule()], store).RehearseAsync(goal: null, (_, _) => Task.CompletedTask);

        Assert.That(store.Calls, Is.EqualTo(["open", "await exclusive", "copy", "let others open", "throw copy away", "close"]));
        Assert.That(report.WasUpToDate, Is.True);
    }

    [Test]
    public async Task AndTheirCancellationIsTheCallers()
    {
        var store = new RecordingStore(DatabaseState.None);
        using var cancelling = new CancellationTokenSource();

        await Assert.ThrowsAsync<OperationCanceledException>(() => new Migrator([new ShopModule()], store).RehearseAsync(goal: null, async (_, cancellation) =>
        {
            await cancelling.CancelAsync();
            cancellation.ThrowIfCancellationRequested();
        }, cancelling.Token));

        Assert.That(store.Calls.TakeLast(2), Is.EqualTo(["throw copy away", "close"]));
        Assert.That(store.Kept, Is.Empty);
    }

    private static DatabaseState UpToDate()
    {
        var applied = MigrationCatalog.Discover([new ShopModule()]).Migrations.Select(migration => Code.Entry($"Shop/{migration.Id.Text}", migration.Fingerprint));
        return new DatabaseState(Exists: true, HasTables: true, [.. applied], IsTestDatabase: false);
    }
}
