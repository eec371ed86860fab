using TypedMigrations.StoreContract.Modules.History;
using TypedMigrations.Discovering;

namespace TypedMigrations.StoreContract;

public abstract class JournalAndCodeDisagree<THarness> : StoreTest<THarness>
    where THarness : StoreHarness, new()
{
    private static readonly MigrationCatalog Catalog = MigrationCatalog.Discover([new HistoryModule()]);

    [Test]
    public async Task BecauseAMigrationWasEdited()
    {
        PutIntoJournal(Entry("History", "20240101_FirstShops", "v1:0123456789abcdef"));

        var refused = await RunFailsAndChangesNothing(new HistoryModule());

        Assert.That(refused.Message, Is.EqualTo($"""
            TM1004: Migration 20240101_FirstShops of module History was edited after it was applied.
              applied   2024-06-01 12:30:15Z by build 3.1.4, fingerprint v1:0123456789ab…
              in code   fingerprint {Fingerprint(0)[..15]}…
              database  {Database.Name} was not changed.
            Restore the migration as it was applied, and put the new work into a new one.
            """));
    }

    [Test, Behavior(42)]
    public async Task BecauseAMigrationIsMissingInTheCode()
    {
        PutIntoJournal(Entry("History", "20230101_Gone", "v1:1"), Entry("History", "20240101_FirstShops", Fingerprint(0)));

        var refused = await RunFailsAndChangesNothing(new HistoryModule());

        Assert.That(refused.Code, Is.EqualTo(ErrorCode.MissingInCode));
    }

    [Test]
    public async Task BecauseTheDatabaseIsNewer()
    {
        PutIntoJournal(Entry("History", "20240101_FirstShops", Fingerprint(0)), Entry("History", "20991231_Later", "v1:1"));

        var refused = await RunFailsAndChangesNothing(new HistoryModule());

        Assert.That(refused.Code, Is.EqualTo(ErrorCode.DatabaseNewer));
    }

    [Test, Behavior(37), Behavior(38), Behavior(39), Behavior(55)]
    public async Task BecauseMigrationsAreOlderThanTheNewestAppliedOneAndListsThemAll()
    {
        PutIntoJournal(Entry("History", "20240103_Empty", Fingerprint(2)));

        var refused = await RunFailsAndChangesNothing(new HistoryModule());

        Assert.That(refused.Problems.Select(problem => (problem.Code, problem.What)), Is.EqualTo(new[]
        {
            (ErrorCode.OutOfOrder, "Migration 20240101_FirstShops of module History is pending, but older than the newest applied one of its module."),
            (ErrorCode.OutOfOrder, "Migration 20240102_Cities of module History is pending, but older than the newest applied one of its module."),
        }));
    }

    [Test, Behavior(36)]
    public async Task OnTheOrderWhichIsAllowedOnRequest()
    {
        PutIntoJournal(Entry("History", "20240103_Empty", Fingerprint(2)));

        await Run(new HistoryModule(), options => options.AllowOutOfOrder = true);

        Assert.That(History().Count(), Is.EqualTo(5));
    }

    private static string Fingerprint(int migration) => Catalog.Migrations[migration].Fingerprint;
}
