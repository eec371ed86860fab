using LiteDB;

namespace TypedMigrations.LiteDb.Tests.Verifying;

public sealed class DatabaseHoldsMoreThanDocuments : RealSchemaTest
{
    [Test]
    public async Task AndFileStorageAndJournalAreListedOnly()
    {
        await Run();
        using (var database = OpenWithLiteDb())
            database.FileStorage.Upload("logo", "logo.png", new MemoryStream(new byte[600_000]));

        var report = await Read("", new StoreContract.Modules.History.HistoryModule());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.Real.ToString(), Is.EqualTo(Lines("""
                table _chunks (file storage)  # 3 documents

                table _files (file storage)  # 1 document

                table _migrations (journal)  # 6 documents

                table _migrations_audit (journal)  # 6 documents

                table shops  # 0 documents
                  unique index idx_shops_name on name
                """)));
            Assert.That(report.Difference.Deviations.Where(deviation => deviation.Table.StartsWith('_')), Is.Empty);
        }
    }

    [Test]
    public async Task AndEveryKindOfIndexIsTold()
    {
        PutNumbered("items", new BsonDocument { ["name"] = "a", ["tags"] = ArrayOf("x", "y"), ["home"] = new BsonDocument { ["city"] = "U" } });
        using (var database = OpenWithLiteDb())
        {
            var items = database.GetCollection("items");
            items.EnsureIndex("idx_city", "$.home.city");
            items.EnsureIndex("idx_lower", "LOWER($.name)", unique: true);
            items.EnsureIndex("idx_lower_tags", "MAP($.tags[*]=>LOWER(@))");
            items.EnsureIndex("idx_name", "$.name", unique: true);
            items.EnsureIndex("idx_odd", "$.[\"two words\"]");
            items.EnsureIndex("idx_tags", "$.tags[*]");
        }

        var indexes = (await Read()).Real.Tables.Single().Indexes;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(indexes.Select(index => index.ToString()), Is.EqualTo(new[]
            {
                "index idx_city on home.city",
                "unique index idx_lower on LOWER($.name)",
                "index idx_lower_tags on MAP($.tags[*]=>LOWER(@)) multikey",
                "unique index idx_name on name",
                "index idx_odd on two words",
                "index idx_tags on tags[]",
            }));
            Assert.That(indexes.Where(index => index.IsMultikey).Select(index => index.Name), Is.EqualTo(new[] { "idx_lower_tags", "idx_tags" }));
            Assert.That(indexes.Single(index => index.Name == "idx_city").Expression, Is.EqualTo("$.home.city"));
        }
    }

    [Test]
    public async Task AndATableCanBeEmpty()
    {
        PutNumbered("items", new BsonDocument());
        using (var database = OpenWithLiteDb())
            database.GetCollection("items").DeleteAll();

        Assert.That((await Read()).Real.ToString(), Is.EqualTo("table items  # 0 documents"));
    }
}
