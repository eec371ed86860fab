using TypedMigrations.Schemas;
using TypedMigrations.Storing;
using TypedMigrations.Tests.Building;
using TypedMigrations.Tests.Modules.Shop;

namespace TypedMigrations.Tests.Running;

public sealed class SchemaOfTheDatabaseIsRead
{
    private static Task<SchemaReport> Read(RecordingStore store) => new Migrator([new ShopModule()], store).ReadSchemaAsync();

    [Test]
    public async Task WithoutACopyAndWithoutWaiting()
    {
        var store = new RecordingStore(Code.Database("Shop/20201006_First"));

        await Read(store);

        Assert.That(store.Calls, Is.EqualTo(["open", "read schema beside orders", "close"]));
        Assert.That(store.LockTimeout, Is.EqualTo(TimeSpan.Zero));
    }

    [Test]
    public async Task BesideNothingWhereThereIsNoJournal()
    {
        var store = new RecordingStore(DatabaseState.None with { Exists = true, HasTables = true });

        var report = await Read(store);

        Assert.That(store.Calls, Is.EqualTo(["open", "read schema beside ", "close"]));
        Assert.That(report.Migrations, Is.Empty);
    }

    [Test]
    public async Task BesideNothingOfAModuleWhoseNewestMigrationIsMissingInTheCode()
    {
        var store = new RecordingStore(Code.Database("Shop/20201006_First", "Shop/20991231_Newer"));

        var report = await Read(store);

        Assert.That(store.Calls, Is.EqualTo(["open", "read schema beside ", "close"]));
        Assert.That(report.Problems.Select(problem => problem.Code), Does.Contain(ErrorCode.DatabaseNewer));
    }

    [Test]
    public async Task AndTheReportSaysWhatDiffers()
    {
        var store = new RecordingStore(Code.Database("Shop/20201006_First")) { Real = new RealSchema([new RealTable { Name = "orders", Documents = 0 }, new RealTable { Name = "others", Documents = 3 }]) };

        var report = await Read(store);

        Assert.That(report.ToString(), Is.EqualTo("""
            table orders  # 0 documents

            table others  # 3 documents

            undeclared
              table others: 3 documents
            """.ReplaceLineEndings("\n")));
        Assert.That(report.Database, Is.EqualTo("shop.db"));
    }
}
