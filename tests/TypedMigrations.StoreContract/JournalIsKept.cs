using TypedMigrations.StoreContract.Modules.Derived;
using TypedMigrations.StoreContract.Modules.History;
using TypedMigrations.Storing;

namespace TypedMigrations.StoreContract;

public abstract class JournalIsKept<THarness> : StoreTest<THarness>
    where THarness : StoreHarness, new()
{
    [Test]
    public async Task WithWhatWasDoneWhenAndByWhom()
    {
        await RunTo(new DerivedModule(), "20240101");
        Put("accounts", "{'_id': 'a', 'role_id': 'r'}", "{'_id': 'b'}");
        Put("roles", "{'_id': 'r', 'account_id': 'a'}");
        Time.Now += TimeSpan.FromDays(1);

        await Run(new DerivedModule());

        var entry = State().Journal[^1];
        using (Assert.EnterMultipleScope())
        {
            Assert.That((entry.Module, entry.Id, entry.Kind), Is.EqualTo(("Derived", "20240102_After", JournalKind.Applied)));
            Assert.That(entry.Fingerprint, Does.Match("^v1:[0-9a-f]{64}$"));
            Assert.That(entry.At, Is.EqualTo(new DateTimeOffset(2024, 6, 2, 12, 30, 15, 250, TimeSpan.Zero)));
            Assert.That(entry.Duration, Is.GreaterThanOrEqualTo(TimeSpan.Zero));
            Assert.That(entry.Machine, Is.EqualTo(Environment.MachineName));
            Assert.That(entry.LibraryVersion, Is.Not.Empty);
            Assert.That(entry.ApplicationVersion, Is.Not.Empty);
            Assert.That(entry.Tables.Single(count => count.Table == "visits"), Is.EqualTo(new TableCount("visits", 0, 2)));
        }
    }

    [Test]
    public async Task WithAnAuditTrailThatHolds()
    {
        await RunTo(new HistoryModule(), "20240102");
        await Run(new HistoryModule());
        var audit = Database.Audit();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(AuditTrail.FindBreak(audit), Is.Null);
            Assert.That(audit.Select(item => $"{item.Sequence} {item.Kind} {item.Subject}"), Is.EqualTo(new[]
            {
                "1 Started database", "2 Applied 20240101_FirstShops of module History", "3 Applied 20240102_Cities of module History", "4 Started database",
                "5 Applied 20240103_Empty of module History", "6 Applied 20240104_Ratings of module History", "7 Applied 20240105120000_UniqueNames of module History",
            }));
            Assert.That(audit[3].Detail, Is.EqualTo("0 to adopt, 3 to apply"));
            Assert.That(audit[0].At, Is.EqualTo(Time.Now));
        }
    }

    [Test]
    public async Task AndRefusedWhereANewerLibraryWroteIt()
    {
        await RunTo(new HistoryModule(), "20240102");
        Database.MakeJournalNewer();

        var refused = await RunFailsAndChangesNothing(new HistoryModule());

        Assert.That(refused.Message, Is.EqualTo("""
            TM1018: The journal was written by a newer version of this library.
              journal's format  2
              known format      1
            Start the newer program, or update the TypedMigrations packages.
            """));
    }

    [Test]
    public async Task AndDecidesAloneWhatWasApplied()
    {
        await RunTo(new HistoryModule(), "20240102");

        await Run(new HistoryModule(), options => options.AdoptAt["*"] = "20240104");

        Assert.That(State().Journal.Select(entry => entry.Kind), Is.All.EqualTo(JournalKind.Applied));
        Assert.That(History().Count(), Is.EqualTo(5));
    }
}
