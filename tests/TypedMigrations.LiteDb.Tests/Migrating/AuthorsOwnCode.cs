using LiteDB;
using TypedMigrations.LiteDb.Journaling;
using TypedMigrations.LiteDb.Tests.Modules.Custom;
using TypedMigrations.LiteDb.Tests.Opening;
using TypedMigrations.Storing;

namespace TypedMigrations.LiteDb.Tests.Migrating;

public sealed class AuthorsOwnCode : LiteDbTest
{
    [Test]
    public async Task ChangesDocumentsAfterTheOtherStepsAndTheDatabaseAfterThem()
    {
        await Prepare();
        var seen = new List<string>();
        CustomModule.ForDatabase = database =>
        {
            seen.AddRange(database.GetCollection("items").FindAll().Select(item => item.ToString()));
            database.GetCollection("logs").Insert(new BsonDocument { ["_id"] = 1, ["text"] = "begin" });
            database.GetCollection("extra").Insert(new BsonDocument { ["_id"] = 1 });
            database.GetCollection("items").Delete("b");
            database.UserVersion = 7;
        };

        var report = await Run(module: new CustomModule());

        Assert.That(seen, Is.EqualTo(new[] { """{"_id":"a","title":"A","more":{"x":[""]},"number":1}""", """{"_id":"b","number":2}""" }));
        Assert.That(report.Results.Single().Steps, Is.EqualTo(new StepCount[] { new("custom on items: the code has its number in the middle", 2, 0), new("rename field items.name to title", 1, 0) }));
        using var migrated = OpenWithLiteDb();
        Assert.That(migrated.GetCollection("items").FindAll().Select(item => item.ToString()), Is.EqualTo(new[] { """{"_id":"a","title":"A","more":{"x":[""]},"number":1}""" }));
        Assert.That((migrated.GetCollection("logs").Count(), migrated.GetCollection("extra").Count(), migrated.UserVersion), Is.EqualTo((1, 1, 7)));
    }

    [Test]
    public async Task MayDropAndRenameCollectionsAndUseItsOwnTransactions()
    {
        await Prepare();
        CustomModule.ForDatabase = database =>
        {
            database.BeginTrans();
            database.GetCollection("kept").Insert(new BsonDocument { ["_id"] = 1 });
            database.Commit();
            database.BeginTrans();
            database.GetCollection("kept").Insert(new BsonDocument { ["_id"] = 2 });
            database.Rollback();
            database.GetCollection("passing").Insert(new BsonDocument { ["_id"] = 1 });
            database.DropCollection("passing");
            database.RenameCollection("kept", "renamed");
        };

        await Run(module: new CustomModule());

        using var migrated = OpenWithLiteDb();
        Assert.That(migrated.GetCollectionNames(), Is.EquivalentTo(new[] { "items", "logs", "renamed", LiteDbJournal.Journal, LiteDbJournal.Audit }));
        Assert.That(migrated.GetCollection("renamed").Count(), Is.EqualTo(1));
    }

    private static readonly TestCaseData[] Forbidden =
    [
        new TestCaseData((Action<ILiteDatabase>)(database => database.BeginTrans()), "InvalidOperationException: The code began a transaction and did not commit it.").SetArgDisplayNames("a transaction left open"),
        new TestCaseData((Action<ILiteDatabase>)(database => database.GetCollection(LiteDbJournal.Journal).DeleteAll()), "InvalidOperationException: The code changed the journal or the audit trail, which are the library's.").SetArgDisplayNames("a change of the journal"),
        new TestCaseData((Action<ILiteDatabase>)(database => database.GetCollection("items").Insert(new BsonDocument { ["_id"] = "a" })), "LiteException: Cannot insert duplicate key in unique index '_id'. The duplicate value is '\"a\"'.").SetArgDisplayNames("what LiteDB refuses"),
        new TestCaseData((Action<ILiteDatabase>)(_ => File.ReadAllText("/nowhere/a.csv")), "DirectoryNotFoundException: Could not find a part of the path '/nowhere/a.csv'.").SetArgDisplayNames("a missing file"),
        new TestCaseData((Action<ILiteDatabase>)(_ => throw new InvalidOperationException("No.")), "InvalidOperationException: No.").SetArgDisplayNames("an exception"),
    ];

    [TestCaseSource(nameof(Forbidden))]
    public async Task FailsTheRunWith(Action<ILiteDatabase> code, string threw)
    {
        await Prepare();
        CustomModule.ForDatabase = code;

        var exception = await RunFails(module: new CustomModule());

        Assert.That(exception.Message, Is.EqualTo(
            $"""
            TM4001: The step 'custom: the log begins' threw.
              migration      20240102_After of module Custom
              on the copy    nothing before it
              still pending  20240102_After
              threw          {threw}
              database       shop.db was not changed.
            Correct the function.
            """));
    }

    [Test]
    public async Task CannotDropInsideATransaction()
    {
        await Prepare();
        CustomModule.ForDatabase = database =>
        {
            database.BeginTrans();
            database.DropCollection("items");
        };

        Assert.That((await RunFails(module: new CustomModule())).Message, Does.Contain("threw          LiteException: The current thread already contains an open transaction. Use the Commit/Rollback method to release the previous transaction."));
    }

    [Test]
    public async Task CannotChangeTheKeyOfADocument()
    {
        await Prepare();
        CustomModule.ForDocuments = item => item["_id"] = item["_id"].AsString + "!";

        Assert.That((await RunFails(module: new CustomModule())).Message, Is.EqualTo(
            """
            TM4002: Values of 2 documents of table items do not fit the declared type.
              migration      20240102_After of module Custom
              on the copy    nothing before it
              still pending  20240102_After
              step           custom on items: the code has its number in the middle
              document       _id "a": another key: only up.Rekey and up.Merge change keys
              document       _id "b": another key: only up.Rekey and up.Merge change keys
              database       shop.db was not changed.
            Correct the document with the program version that wrote it, or declare the type that the data has.
            """));
    }

    [Test]
    public async Task MustWriteWhatItSaysThatItWrites()
    {
        await Prepare();
        CustomModule.ForDocuments = item => item["number"] = item["code"];

        Assert.That((await RunFails(module: new CustomModule())).Message, Does.Contain("found     items.number: string instead of int in 2 documents, such as _id \"a\", _id \"b\""));
    }

    private async Task Prepare()
    {
        await Run(module: new CustomModule(), with: options => options.Target = "20240101");
        using var database = OpenWithLiteDb();
        database.GetCollection("items").Insert([
            new BsonDocument { ["_id"] = "a", ["code"] = "X-1-Y", ["name"] = "A", ["more"] = new BsonDocument { ["x"] = new BsonArray(new BsonValue("")) } },
            new BsonDocument { ["_id"] = "b", ["code"] = "X-2-Y" }]);
    }
}
