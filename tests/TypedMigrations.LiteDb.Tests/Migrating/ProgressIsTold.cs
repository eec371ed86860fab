using LiteDB;
using TypedMigrations.LiteDb.Tests.Opening;
using TypedMigrations.StoreContract;
using TypedMigrations.StoreContract.Modules.History;

namespace TypedMigrations.LiteDb.Tests.Migrating;

public sealed class ProgressIsTold : LiteDbTest
{
    private RecordingObserver _observer = new();

    [SetUp]
    public async Task MigrateALargeTable()
    {
        _observer = new RecordingObserver();
        await Run(with: options => options.StepLimit = 3);
        using (var database = OpenWithLiteDb())
            database.GetCollection("shops").Insert(Enumerable.Range(0, 25_000).Select(i => new BsonDocument { ["_id"] = $"{i:00000}", ["name"] = $"n{i}" }));
        await Run(module: new HistoryModule(), observer: _observer);
    }

    [Test]
    public void WithHowManyDocumentsThereAreInAll() =>
        Assert.That(_observer.Events.OfType<MigrationEvent.Progress>().Select(told => (told.Id.Name, told.Table, told.Documents, told.Total)), Is.EqualTo(new (string, string, long, long?)[]
        {
            ("Ratings", "shops", 10_000, 25_000), ("Ratings", "shops", 20_000, 25_000), ("Ratings", "shops", 25_000, 25_000),
        }));

    [Test]
    public void OfIndexesOfCopyingAndOfReadingAgainToo()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_observer.Events.OfType<MigrationEvent.Indexing>().Select(told => (told.Id.Name, told.Table, told.Index)), Is.EqualTo(new[] { ("UniqueNames", "shops", "idx_shops_name") }));
            Assert.That(_observer.Events.OfType<MigrationEvent.Verifying>().Select(told => (told.Table, told.Documents, told.Total)), Is.EqualTo(new (string, long, long?)[]
            {
                ("shops", 10_000, 25_000), ("shops", 20_000, 25_000), ("shops", 25_000, 25_000),
            }));
            Assert.That(_observer.Events.OfType<MigrationEvent.Copying>().Last(), Has.Property("Database").EqualTo("shop.db").And.Property("Bytes").GreaterThan(1_000_000));
            Assert.That(_observer.Events.OfType<MigrationEvent.Copying>().Last(), Has.Property("TotalBytes").EqualTo(_observer.Events.OfType<MigrationEvent.Copying>().Last().Bytes));
        }
    }
}
