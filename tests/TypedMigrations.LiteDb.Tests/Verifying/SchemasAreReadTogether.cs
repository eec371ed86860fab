using LiteDB;
using TypedMigrations.Discovering;
using TypedMigrations.LiteDb.Tests.Opening;
using TypedMigrations.Schemas;
using TypedMigrations.StoreContract.Modules.Adopted;
using TypedMigrations.StoreContract.Modules.History;
using TypedMigrations.Storing;

namespace TypedMigrations.LiteDb.Tests.Verifying;

public sealed class SchemasAreReadTogether : LiteDbTest
{
    private static readonly IReadOnlyList<IReadOnlyList<TableSchema>> Declared =
        [[], .. MigrationCatalog.Discover([new HistoryModule(), new AdoptedModule()]).Migrations.Select(migration => migration.Definition.After.Tables)];

    private T Look<T>(Func<IDatabaseSession, T> look, string more = "")
    {
        using var store = new LiteDbStore($"Filename={FilePath}{more}");
        using var session = store.Open(new SessionOptions(TimeSpan.Zero, (_, _) => { }), CancellationToken.None);
        return look(session);
    }

    [Test]
    public void AndAreAsThoughEachHadBeenReadByItself([Values("", ";Password=secret", ";Connection=shared")] string more)
    {
        using (var database = OpenWithLiteDb(more))
        {
            database.GetCollection("shops").Insert(Enumerable.Range(0, 25_000).Select(i => new BsonDocument
            {
                ["_id"] = $"s{i}", ["name"] = i % 3 == 0 ? i : $"n{i}", ["rating"] = i % 2 == 0 ? BsonValue.Null : i, [$"own{i % 1_500}"] = true,
            }));
            database.GetCollection("accounts").Insert(new BsonDocument { ["_id"] = 1, ["mail"] = "m", ["home"] = new BsonDocument { ["city"] = 7, ["other"] = 1 } });
            database.GetCollection("orders").Insert(new BsonDocument { ["_id"] = "o" });
            database.GetCollection("shops").EnsureIndex("idx_shops_name", "$.name");
        }

        var (together, apart) = Look(session => (
            session.ReadSchemas(Declared, CancellationToken.None).Select(Text).ToList(), Declared.Select(tables => Text(session.ReadSchema(tables, CancellationToken.None))).ToList()), more);

        Assert.That(together, Is.EqualTo(apart));
        Assert.That(together.Distinct().Count(), Is.GreaterThan(4), "the lists differ in what they say of the documents");
    }

    [Test]
    public void OfNoDatabase() => Assert.That(Look(session => session.ReadSchemas(Declared, CancellationToken.None)).Select(real => real.Tables.Count), Is.EqualTo(Declared.Select(_ => 0)));

    [Test]
    public async Task AndTheNumberThatTheApplicationKeepsIsEvidence()
    {
        using (var database = OpenWithLiteDb())
        {
            database.UserVersion = 7;
            database.GetCollection("shops").Insert(new BsonDocument { ["_id"] = "a", ["name"] = "A" });
        }

        using var store = new LiteDbStore($"Filename={FilePath}");
        var report = await new Migrator([new HistoryModule()], store, Options()).FindBaselineAsync();

        Assert.That(report.UserVersion, Is.EqualTo(7));
        Assert.That(report.ToString(), Does.EndWith("\nuser version: 7"));
    }

    private static string Text(RealSchema real) => $"{real}\n{string.Join('\n', real.Tables.SelectMany(table => table.Misfits).Select(misfit =>
        $"{misfit.Field.Declaration} {misfit.Found} {misfit.Documents} {misfit.Fitting} {string.Join(",", misfit.Keys)}"))}";
}
