using TypedMigrations.Storing;
using TypedMigrations.Tests.Building;

namespace TypedMigrations.Tests.Running;

public sealed class DatabaseIsMaintained
{
    private static readonly DatabaseState Existing = DatabaseState.None with { Exists = true };

    private static DatabaseMaintenance Of(RecordingStore store) => new(store, new MigrationOptions { LockTimeout = TimeSpan.FromSeconds(7) });

    [Test]
    public async Task ABackupIsMadeUnderTheExclusiveLock()
    {
        var store = new RecordingStore(Existing) { IsExclusive = false };
        store.When("await exclusive", () => store.IsExclusive = store.Calls.Count(call => call == "await exclusive") == 2);

        await Of(store).BackupAsync("elsewhere.db");

        Assert.That(store.Calls, Is.EqualTo(["open", "await exclusive", "await exclusive", "make backup", "close"]));
        Assert.That(store.LockTimeout, Is.EqualTo(TimeSpan.FromSeconds(7)));
    }

    [Test]
    public async Task TheLockIsLetGoWhereTheExclusiveOneCannotBeHad()
    {
        var store = new RecordingStore(Existing) { IsExclusive = false }.When("await exclusive", () => throw new OperationCanceledException());

        await Assert.ThrowsAsync<OperationCanceledException>(() => Of(store).DropAsync());

        Assert.That(store.Calls, Is.EqualTo(["open", "await exclusive", "close"]));
    }

    [Test]
    public async Task ACreatedDatabaseIsSwappedInAndTheApplicationStaysOut()
    {
        var store = new RecordingStore(DatabaseState.None);

        await Of(store).CreateAsync();

        Assert.That(store.Calls, Is.EqualTo(["open", "copy", "verify", "write", "swap", "throw copy away", "close"]));
        Assert.That(store.Audit.Added, Is.Empty);
    }

    [Test]
    public async Task APlanToDropIsMadeWithoutWaiting()
    {
        var store = new RecordingStore(Existing) { Parts = [new DatabasePart("shop.db", 3, DatabasePartKind.Data), new DatabasePart("old.db", 2, DatabasePartKind.Backup), new DatabasePart("shop.db.lock", 0, DatabasePartKind.Lock)] };

        var plan = await Of(store).PlanDropAsync();

        Assert.That(store.Calls, Is.EqualTo(["open", "read contents", "close"]));
        Assert.That(store.LockTimeout, Is.EqualTo(TimeSpan.Zero));
        Assert.That((plan.Removed.Single().Path, plan.Backups.Single().Path), Is.EqualTo(("shop.db", "old.db")));
    }

    [Test]
    public async Task WhatIsRefusedIsToldAndNothingIsKeptForTheAuditTrail()
    {
        var store = new RecordingStore(DatabaseState.None);
        var listener = new Listener();

        var refused = await Assert.ThrowsAsync<MigrationException>(() => new DatabaseMaintenance(store, observer: listener).BackupAsync());

        Assert.That(refused!.Code, Is.EqualTo(ErrorCode.DatabaseMissing));
        Assert.That(listener.Heard.Single(), Is.EqualTo(new MigrationEvent.Failed("shop.db", refused)));
        Assert.That(store.Kept, Is.Empty);
    }
}
