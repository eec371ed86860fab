using LiteDB;
using TypedMigrations.StoreContract.Modules.History;

namespace TypedMigrations.LiteDb.Tests.Opening;

public sealed class CopyIsRehearsedByOthers : LiteDbTest
{
    private async Task Rehearse(string connection, Action<RehearsedCopy> use, MigrationModule? module = null)
    {
        using var store = new LiteDbStore(connection);
        await new Migrator([module ?? new HistoryModule()], store, Options()).RehearseAsync(goal: null, (copy, _) =>
        {
            use(copy);
            return Task.CompletedTask;
        });
    }

    [TestCase("secret"), TestCase("with; semicolon"), TestCase("with \"quotes\""), TestCase("'both' ; \"kinds\""), TestCase("ends with \\"), TestCase(" blanks ")]
    public async Task WithAnyPassword(string password)
    {
        using (var database = new LiteDatabase(new ConnectionString { Filename = FilePath, Password = password }, new BsonMapper()))
            database.GetCollection("shops").Insert(new BsonDocument { ["_id"] = "a", ["name"] = "A" });
        var written = password switch
        {
            "with; semicolon" or " blanks " => $"\"{password}\"",
            "'both' ; \"kinds\"" => "\"'both' ; \\\"kinds\\\"\"",
            _ => password,
        };
        using (var store = new LiteDbStore($"Filename={FilePath};Password={written}"))
        {
            var options = Options();
            options.AdoptAt["*"] = "20240101";
            await new Migrator([new HistoryModule()], store, options).RunAsync();
        }

        BsonValue? name = null;
        await Rehearse($"Filename={FilePath};Password={written}", copy =>
        {
            using var database = new LiteDatabase(copy.ConnectionString, new BsonMapper());
            name = database.GetCollection("shops").FindById("a")["name"];
        });

        Assert.That(name!.AsString, Is.EqualTo("A"));
    }

    [Test]
    public async Task WithTheLibraryItself()
    {
        await Run(with: options => options.StepLimit = 2);
        var plan = "";

        await Rehearse($"Filename={FilePath}", copy =>
        {
            using var store = new LiteDbStore(copy.ConnectionString);
            plan = new Migrator([new HistoryModule()], store, Options()).PlanAsync().GetAwaiter().GetResult().IsUpToDate ? "up to date" : "behind";
        });

        Assert.That(plan, Is.EqualTo("up to date"));
        Assert.That(Names(), Is.EquivalentTo(new[] { "shop.db", "shop.db.lock" }));
    }

    [Test]
    public async Task WithWhatTheyWriteThrownAway()
    {
        await Run();
        var before = await File.ReadAllBytesAsync(FilePath);

        await Rehearse($"Filename={FilePath}", copy =>
        {
            using var database = new LiteDatabase(copy.ConnectionString, new BsonMapper());
            database.GetCollection("shops").Insert(new BsonDocument { ["_id"] = "test" });
        });

        Assert.That(await File.ReadAllBytesAsync(FilePath), Is.EqualTo(before));
    }

    [Test]
    public async Task WithTheTimesThatTheApplicationSees()
    {
        await Run();
        var isUtc = true;

        await Rehearse($"Filename={FilePath}", copy =>
        {
            using var database = new LiteDatabase(copy.ConnectionString, new BsonMapper());
            isUtc = database.Pragma("UTC_DATE").AsBoolean;
        });

        Assert.That(isUtc, Is.False, "as the database has it, and not as migrations read it");
    }

    [Test]
    public async Task ButNotOfADatabaseInMemory()
    {
        var refused = await Assert.ThrowsAsync<MigrationException>(() => Rehearse("Filename=:memory:", _ => Assert.Fail("There is no copy to open.")));

        Assert.That(refused!.Message, Is.EqualTo("""
            TM3305: A database in memory has no file, and so cannot be rehearsed for others.
              database  :memory: was not changed.
            Name a database in a file: Filename=app.db
            """));
    }
}
