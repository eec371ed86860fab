using TypedMigrations.StoreContract.Modules.Fragile;
using TypedMigrations.StoreContract.Modules.History;
using TypedMigrations.Storing;

namespace TypedMigrations.StoreContract;

public abstract class AuditTrailIsRead<THarness> : StoreTest<THarness>
    where THarness : StoreHarness, new()
{
    private Task<AuditReport> Read() => Maintain(maintenance => maintenance.ReadAuditAsync());

    [Test]
    public async Task AsItIsAndNothingIsWritten()
    {
        await Run(new HistoryModule());
        var before = Database.Snapshot();

        var report = await Read();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.Events, Is.EqualTo(Database.Audit()));
            Assert.That(report.Kept, Is.Empty);
            Assert.That(report.FindBreak(), Is.Null);
            Assert.That(Database.Snapshot(), Is.EqualTo(before));
        }
    }

    [Test]
    public async Task WithWhatAFailedRunLeft()
    {
        await RunTo(new FragileModule(), "20240102");
        Put("people", "{'_id': 'p', 'number': 'bad', 'email': 'e'}");
        await RunFailsAndChangesNothing(new FragileModule());
        var before = Database.Audit();

        var report = await Read();

        Assert.That(report.Events, Is.EqualTo(before));
        Assert.That(report.Kept.Select(item => (item.Sequence, item.Kind)), Is.EqualTo(new[] { ((long)before.Count + 1, AuditKind.Failed) }));
        Assert.That((await Read()).Kept, Is.EqualTo(report.Kept), "reading takes nothing away");
    }

    [Test]
    public async Task AndIsEmptyWhereThereIsNoDatabase()
    {
        var report = await Read();

        Assert.That((report.Events, report.Kept), Is.EqualTo((Array.Empty<AuditEvent>(), Array.Empty<AuditEvent>())));
    }

    [Test]
    public async Task TogetherWithJournalAndCounts()
    {
        await RunTo(new HistoryModule(), "20240102");
        Put("shops", "{'_id': 'a', 'name': 'A'}", "{'_id': 'b', 'name': 'B'}");

        var contents = await Maintain(maintenance => maintenance.ReadContentsAsync());

        Assert.That(contents.State.Journal.Select(entry => entry.Id), Is.EqualTo(new[] { "20240101_FirstShops", "20240102_Cities" }));
        Assert.That(contents.Tables, Is.EqualTo(new Dictionary<string, long> { ["shops"] = 2 }));
    }
}
