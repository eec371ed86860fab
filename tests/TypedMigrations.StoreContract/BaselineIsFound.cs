using TypedMigrations.StoreContract.Modules.Adopted;
using TypedMigrations.StoreContract.Modules.History;
using TypedMigrations.Storing;

namespace TypedMigrations.StoreContract;

public abstract class BaselineIsFound<THarness> : StoreTest<THarness>
    where THarness : StoreHarness, new()
{
    private async Task<ModuleBaseline> Find()
    {
        var before = Database.Snapshot();
        var report = await FindBaseline(new HistoryModule());
        Assert.That(Database.Snapshot(), Is.EqualTo(before), "it only looks");
        return report.Modules.Single();
    }

    [Test]
    public async Task WhereNothingOfALaterMigrationShows()
    {
        Put("shops", "{'_id': 'a', 'name': 'A'}", "{'_id': 'b', 'name': 'B', 'own': 1}");

        var module = await Find();

        Assert.That(module.Best!.Name, Is.EqualTo("20240101_FirstShops"));
        Assert.That(module.Why, Is.EqualTo(new[]
        {
            "Everything that 20240101_FirstShops declares is there, and nothing that only other migrations declare.",
            "It does not seem to be at 20240102_Cities yet: shops.city is in no document.",
        }));
    }

    [Test]
    public async Task AtTheNewestOfThoseThatDeclareTheSame()
    {
        Put("shops", "{'_id': 'a', 'name': 'A', 'city': 'U'}", "{'_id': 'b', 'name': 'B'}");

        var module = await Find();

        Assert.That(module.Best!.Name, Is.EqualTo("20240103_Empty"));
        Assert.That(module.Why, Is.EqualTo(new[]
        {
            "Everything that 20240103_Empty declares is there, and nothing that only other migrations declare.",
            "Nothing in the database tells it from 20240102_Cities: the newest is taken.",
            "It does not seem to be at 20240104_Ratings yet: shops.rating: missing or null, though required, in 2 documents, such as _id \"a\", _id \"b\"; it fits in 0.",
            "It seems to be past 20240101_FirstShops: shops.city: string in 1 document, which 4 migrations from 20240102_Cities to 20240105120000_UniqueNames declare.",
        }));
    }

    [Test]
    public async Task ThoughAnOptionalFieldIsInNoDocument()
    {
        Put("shops", "{'_id': 'a', 'name': 'A', 'rating': 1}");
        Database.PutIndex("shops", "idx_shops_name", "name", isUnique: true);

        var module = await Find();

        Assert.That(module.Best!.Name, Is.EqualTo("20240105120000_UniqueNames"));
        Assert.That(module.Why, Is.EqualTo(new[]
        {
            "Least speaks against 20240105120000_UniqueNames: shops.city is in no document.",
            "It seems to be past 20240104_Ratings: shops: unique index idx_shops_name on name, which 20240105120000_UniqueNames declares, and 1 more.",
        }));
    }

    [Test]
    public async Task ThoughSomeValuesAreOdd()
    {
        Put("shops", "{'_id': 'a', 'name': 'A', 'city': 'U', 'rating': 1}", "{'_id': 'b', 'name': 'B', 'city': 7, 'rating': 1}", "{'_id': 'c', 'name': 'C', 'city': 'U'}");

        var module = await Find();

        Assert.That(module.Best!.Name, Is.EqualTo("20240105120000_UniqueNames").Or.EqualTo("20240104_Ratings"));
        Assert.That(module.Candidates.Single(candidate => candidate.Name == "20240104_Ratings").Difference.Deviations.Select(deviation => deviation.Text), Is.EqualTo(new[]
        {
            "shops.city: int instead of string in 1 document, such as _id \"b\"",
            "shops.rating: missing or null, though required, in 1 document, such as _id \"c\"",
        }));
    }

    [Test]
    public async Task NowhereThatMostDocumentsContradict()
    {
        Put("shops", "{'_id': 'a', 'name': 1}", "{'_id': 'b', 'name': 2}", "{'_id': 'c', 'name': 'C'}");

        var module = await Find();

        Assert.That((module.Best, module.Why.Single()), Is.EqualTo(((BaselineCandidate?)null, "The database fits no migration of module History.")));
        Assert.That(module.Candidates.Where(candidate => candidate.Id is not null).Select(candidate => candidate.Fits), Is.All.False);
        Assert.That(module.Candidates[1].Evidence[0].Text, Is.EqualTo("shops.name: int instead of string in 2 documents, such as _id \"a\", _id \"b\"; it fits in 1"));
    }

    [Test]
    public async Task BeforeTheFirstWhereNoneOfItsTablesIs()
    {
        Put("foreign", "{'_id': 1}");

        var report = await FindBaseline(new HistoryModule(), new AdoptedModule());

        Assert.That(report.Proposal, Is.EqualTo(new Dictionary<string, string> { ["History"] = "0", ["Adopted"] = "0" }));
        Assert.That(report.Modules[1].Why[0], Is.EqualTo("None of the tables of module History is there."));
        Assert.That(report.ForeignTables, Is.EqualTo(new[] { "foreign" }));
    }

    [Test]
    public async Task OfSeveralModulesAtOnce()
    {
        Put("accounts", "{'_id': 'a', 'mail': 'e', 'size': 1, 'home': {'city': 'U'}}");
        Put("shops", "{'_id': 'a', 'name': 'A', 'city': 'U', 'rating': 1}");
        Database.PutIndex("accounts", "idx_accounts_email", "mail", isUnique: true);

        var report = await FindBaseline(new HistoryModule(), new AdoptedModule());

        Assert.That(report.Proposal, Is.EqualTo(new Dictionary<string, string> { ["Adopted"] = "20240102_Mail", ["History"] = "20240104_Ratings" }));
        Assert.That(report.ToString(), Is.EqualTo("""
            module Adopted: 20240102_Mail
              Least speaks against 20240102_Mail: table orders is missing.
              It seems to be past 20240101_FirstTables: accounts.email: missing or null, though required, in 1 document, such as _id "a"; it fits in 0, and 3 more.
              migration             fits    against it
              --------------------  ------  ----------
              0                     no      1
              20240101_FirstTables  no      4
              20240102_Mail         may be  1

            module History: 20240104_Ratings
              Everything that 20240104_Ratings declares is there, and nothing that only other migrations declare.
              It does not seem to be at 20240105120000_UniqueNames yet: shops: unique index idx_shops_name on name is missing.
              It seems to be past 20240103_Empty: shops.rating: int in 1 document, which 20240104_Ratings, 20240105120000_UniqueNames declare.
              migration                   fits    against it
              --------------------------  ------  ----------
              0                           no      1
              20240101_FirstShops         may be  2
              20240102_Cities             may be  1
              20240103_Empty              may be  1
              20240104_Ratings            may be  0
              20240105120000_UniqueNames  may be  1
            """));
    }

    [Test]
    public async Task AlsoWhereThereIsAJournal()
    {
        await RunTo(new HistoryModule(), "20240104");
        Put("shops", "{'_id': 'a', 'name': 'A', 'city': 'U', 'rating': 1}");

        var report = await FindBaseline(new HistoryModule());

        Assert.That(report.Proposal["History"], Is.EqualTo("20240104_Ratings"));
        Assert.That(report.ToString(), Does.StartWith($"{Database.Name} has a journal already: nothing can be adopted."));
    }

    [Test]
    public async Task AndIsRecordedWithoutApplyingAnything()
    {
        Put("shops", "{'_id': 'a', 'name': 'A', 'city': 'U', 'unknown': [null]}");
        var proposal = (await FindBaseline(new HistoryModule())).Proposal;

        var report = await Baseline(proposal, new HistoryModule());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.Results, Is.Empty);
            Assert.That(report.Backup, Is.Not.Null);
            Assert.That(report.Plan.Later.Select(migration => migration.Id.Name), Is.EqualTo(new[] { "Ratings", "UniqueNames" }));
            Assert.That(State().Journal.Select(entry => (entry.Id, entry.Kind)), Is.EqualTo(new[]
            {
                ("20240101_FirstShops", JournalKind.Adopted), ("20240102_Cities", JournalKind.Adopted), ("20240103_Empty", JournalKind.Adopted),
            }));
            Assert.That(Database.Audit().Select(item => item.Kind), Is.EqualTo(new[] { AuditKind.Started, AuditKind.Adopted, AuditKind.Adopted, AuditKind.Adopted }));
            AssertDocuments("shops", "{'_id': 'a', 'name': 'A', 'city': 'U', 'unknown': [null]}");
        }

        Assert.That((await Run(new HistoryModule())).Results, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task ButIsNotRecordedWhereItDoesNotFit()
    {
        Put("shops", "{'_id': 'a', 'name': 1}", "{'_id': 'b', 'name': 2}");

        var refused = await FailsAndChangesNothing(() => Baseline(new() { ["*"] = "20240103" }, new HistoryModule()));

        Assert.That(refused.Code, Is.EqualTo(ErrorCode.AdoptionMisfit));
    }

    [Test]
    public async Task ButIsNotRecordedTwice()
    {
        Put("shops", "{'_id': 'a', 'name': 'A'}");
        await Baseline(new() { ["History"] = "FirstShops" }, new HistoryModule());

        var refused = await FailsAndChangesNothing(() => Baseline(new() { ["History"] = "20240102" }, new HistoryModule()));

        Assert.That(refused.Message, Is.EqualTo($"""
            TM1310: The database has a journal already: the library knows which migrations it has.
              in the journal  20240101_FirstShops of module History
              database        {Database.Name} was not changed.
            There is nothing to adopt. Run the migrations that are pending.
            """));
    }

    private Task<BaselineReport> FindBaseline(params MigrationModule[] modules) => Use(migrator => migrator.FindBaselineAsync(), modules);

    private Task<MigrationReport> Baseline(IReadOnlyDictionary<string, string> at, params MigrationModule[] modules) => Use(migrator => migrator.BaselineAsync(at), modules);

    private Task<MigrationReport> Baseline(Dictionary<string, string> at, params MigrationModule[] modules) => Baseline((IReadOnlyDictionary<string, string>)at, modules);
}
