using TypedMigrations.Planning;
using TypedMigrations.Storing;
using TypedMigrations.Tests.Building;

namespace TypedMigrations.Tests.Running;

public sealed class BackupIsPutBack
{
    private static readonly DateTimeOffset At = new(2020, 11, 20, 9, 14, 3, TimeSpan.Zero);

    private readonly Listener _listener = new();

    private static IReadOnlyList<AuditEvent> Trail(params string[] subjects)
    {
        var trail = new AuditTrail(head: null);
        foreach (var subject in subjects)
            trail.Add(AuditKind.Applied, subject, "", At);
        return trail.Added;
    }

    private static DatabaseContents Contents(IReadOnlyList<AuditEvent> audit, string? origin = "made then", params string[] applied) =>
        new(Code.Database(applied), audit, new Dictionary<string, long> { ["orders"] = applied.Length, [$"of {applied.Length}"] = 1 }, origin);

    private static RecordingStore Store(DatabaseContents present, DatabaseContents backup) => new(present.State) { Present = present, Backup = backup };

    private Migrator Migrator(RecordingStore store) => new([], store, observer: _listener);

    [Test]
    public async Task UnderTheExclusiveLockAndWithTheLaterEvents()
    {
        var present = Contents(Trail("one", "two", "three"), applied: ["20201006_First", "20201022_Second"]);
        var store = Store(present, Contents([.. present.Audit.Take(1)], applied: ["20201006_First"]));
        store.IsExclusive = false;
        store.When("await exclusive", () => store.IsExclusive = true);

        var report = await Migrator(store).RestoreAsync("then.db");

        Assert.That(store.Calls, Is.EqualTo(["open", "await exclusive", "open backup", "read contents", "add kept", "put in place", "close backup", "close"]), "the application is not let in");
        Assert.That(store.Restored.Select(added => $"{added.Kind} {added.Subject}"), Is.EqualTo(["Applied two", "Applied three", "Restored database"]));
        Assert.That(AuditTrail.FindBreak([present.Audit[0], .. store.Restored]), Is.Null);
        Assert.That(_listener.Heard, Is.EqualTo([new MigrationEvent.Restored("shop.db", "then.db", "shop.db.backup")]));
        Assert.That(report.ToString(), Does.Match(
            """
            ^Restored shop\.db from then\.db in \d+\.\d\d s\.
            lost     20201022_Second of module Accounts
              table   now       in the backup
              ------  --------  -------------
              of 1    no table  1
              of 2    1         no table
              orders  2         1
            Backup: shop\.db\.backup$
            """.ReplaceLineEndings("\n")));
    }

    [Test]
    public async Task OrIsOnlyPlanned()
    {
        var store = Store(Contents(Trail("one", "two")), Contents(Trail("one")));

        var plan = await Migrator(store).PlanRestoreAsync("then.db");

        Assert.That(plan.HasProblems, Is.False);
        Assert.That(store.Calls, Is.EqualTo(["open", "open backup", "read contents", "close backup", "close"]));
    }

    private static IEnumerable<TestCaseData> Strangers()
    {
        var present = Trail("one", "two", "three");
        yield return new TestCaseData(present, Trail("other"), "its audit trail is another one");
        yield return new TestCaseData(present, Trail("one", "other"), "its audit trail goes another way after 1 of 2 events");
        yield return new TestCaseData(present, Trail("one", "two", "three", "four"), "its audit trail goes another way after 3 of 4 events");
        yield return new TestCaseData(present, (IReadOnlyList<AuditEvent>)[present[0], present[1] with { Subject = "forged" }], "its audit trail was changed at event 2");
        yield return new TestCaseData((IReadOnlyList<AuditEvent>)[present[0], present[2]], Trail("one"), "the audit trail of the database, with which it is compared, was changed at event 3");
        yield return new TestCaseData(present, Trail(), "it has no audit trail, and is of another origin");
    }

    [TestCaseSource(nameof(Strangers))]
    public async Task ButNotAStranger(IReadOnlyList<AuditEvent> present, IReadOnlyList<AuditEvent> backup, string reason)
    {
        var store = Store(Contents(present), Contents(backup, origin: "made at another time"));

        var refused = await Assert.ThrowsAsync<MigrationException>(() => Migrator(store).RestoreAsync("/srv/then.db"));

        Assert.That(refused!.Message, Is.EqualTo($"""
            TM3201: then.db is no backup of this database.
              backup    /srv/then.db
              reason    {reason}
              database  shop.db was not changed.
            Choose one of the backups that ListBackupsAsync names. To take another database's file on purpose, stop the program and copy it by hand.
            """));
        Assert.That(store.Calls, Does.Not.Contain("put in place"));
        Assert.That(store.Kept, Is.Empty);
    }

    [Test]
    public async Task WithoutAnAuditTrailWhereItsOriginIsThatOfTheDatabase()
    {
        var store = Store(Contents(Trail("adopted")), Contents([]));

        await Migrator(store).RestoreAsync("then.db");

        Assert.That(store.Restored.Select(added => added.Subject), Is.EqualTo(["adopted", "database"]));
    }

    [Test]
    public async Task WhateverItIsWhereTheDatabaseIsMissing()
    {
        var store = Store(DatabaseContents.None, Contents(Trail("one")));

        await Migrator(store).RestoreAsync("then.db");

        Assert.That(store.Restored.Select(added => (added.Sequence, added.Kind)), Is.EqualTo([(2, AuditKind.Restored)]));
    }

    [Test]
    public async Task ButAFailureIsKept()
    {
        var store = Store(Contents(Trail("one")), Contents(Trail("one"))).When("put in place", () => throw new MigrationException(new Problem(ErrorCode.SwapFailed, "No.", "Do.")));

        var failed = await Assert.ThrowsAsync<MigrationException>(() => Migrator(store).RestoreAsync("then.db"));

        Assert.That(failed!.Message, Is.EqualTo("TM4009: No.\n  database  shop.db was not changed.\nDo."));
        Assert.That(store.Kept, Is.EqualTo(["Failed TM4009: No."]));
    }
}
