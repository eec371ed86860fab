using TypedMigrations.StoreContract.Modules.Seeded;
using TypedMigrations.StoreContract.Modules.Words;
using TypedMigrations.Storing;

namespace TypedMigrations.StoreContract;

public abstract class SeedsAreInserted<THarness> : StoreTest<THarness>
    where THarness : StoreHarness, new()
{
    [Test]
    public async Task WithoutTestDataUnlessItIsAskedFor()
    {
        await Run(new SeededModule());

        AssertDocuments("settings", "{'_id': 'color', 'value': 'red'}", "{'_id': 'size', 'value': 'small'}", "{'_id': 'shape', 'value': 'round'}");
        Assert.That(State().IsTestDatabase, Is.False);
    }

    [Test]
    public async Task WhereTheirKeyIsAbsentAndNeverOverwrite()
    {
        await RunTo(new SeededModule(), "20240101");
        Put("settings", "{'_id': 'shape', 'value': 'changed by a user', 'unknown': null}");

        await Run(new SeededModule());

        AssertDocuments("settings", "{'_id': 'color', 'value': 'red'}", "{'_id': 'size', 'value': 'small'}", "{'_id': 'shape', 'value': 'changed by a user', 'unknown': null}");
    }

    [Test, Behavior(27), Behavior(32)]
    public async Task Once()
    {
        var calls = new SeedCalls();
        calls.Watch();

        await Run(new SeededModule());
        await Run(new SeededModule());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(calls.Called, Is.EqualTo(1));
            Assert.That(calls.Enumerated, Is.EqualTo(1));
        }
    }

    [Test]
    public async Task WithTestDataAfterTheBootstrapData()
    {
        await Run(new SeededModule(), options => options.TestData = true);

        AssertDocuments("settings",
            "{'_id': 'color', 'value': 'red'}", "{'_id': 'size', 'value': 'small'}", "{'_id': 'test', 'value': 'yes'}", "{'_id': 'shape', 'value': 'round'}");
        Assert.That(State().IsTestDatabase, Is.True);
    }

    [Test]
    public async Task WithTestDataIntoATestDatabaseThatIsThere()
    {
        await Run(new SeededModule(), options => (options.TestData, options.StepLimit) = (true, 1));

        await Run(new SeededModule(), options => options.TestData = true);

        Assert.That(History(), Is.EqualTo(new[] { "20240101_FirstSettings", "20240102_MoreSettings" }));
        Assert.That(State().IsTestDatabase, Is.True);
    }

    [Test]
    public async Task NotWithTestDataIntoARealDatabase()
    {
        await RunTo(new SeededModule(), "20240101");

        var refused = await RunFailsAndChangesNothing(new SeededModule(), options => options.TestData = true);

        Assert.That(refused.Code, Is.EqualTo(ErrorCode.RealDatabase));
    }

    [Test]
    public async Task AndAreInTheAuditTrail()
    {
        await Run(new SeededModule(), options => options.TestData = true);

        Assert.That(Database.Audit().Where(item => item.Kind == AuditKind.Seeded).Select(item => $"{item.Subject}: {item.Detail}"), Is.EqualTo(new[]
        {
            "20240101_FirstSettings of module Seeded: bootstrap data", "20240101_FirstSettings of module Seeded: test data", "20240102_MoreSettings of module Seeded: bootstrap data",
        }));
    }

    [Test, Behavior(47)]
    public async Task UnlessOneThrows()
    {
        new SeedCalls { Throws = true }.Watch();

        var failed = await RunFailsAndChangesNothing(new SeededModule());

        Assert.That(failed.Message, Is.EqualTo($"""
            TM2108: A seed of migration 20240101_FirstSettings of module Seeded threw while it was asked for its records.
              migration      20240101_FirstSettings of module Seeded
              on the copy    nothing before it
              still pending  20240101_FirstSettings, 20240102_MoreSettings
              reason         InvalidOperationException: no seed today
              database       {Database.Name} was not changed.
            Let the seed name records that need nothing but the migration's own folder.
            """));
        Assert.That(failed.InnerException, Is.TypeOf<InvalidOperationException>());
    }

    [Test, Behavior(47)]
    public async Task UnlessOneThrowsWhileItsRecordsAreRead()
    {
        new SeedCalls { ThrowsWhileEnumerated = true }.Watch();

        var failed = await RunFailsAndChangesNothing(new SeededModule());

        Assert.That(failed.Message, Is.EqualTo($"""
            TM4001: The bootstrap data for table settings threw while its records were read.
              migration      20240101_FirstSettings of module Seeded
              on the copy    nothing before it
              still pending  20240101_FirstSettings, 20240102_MoreSettings
              threw          InvalidOperationException: no record today
              database       {Database.Name} was not changed.
            Correct the seed.
            """));
        Assert.That(failed.InnerException, Is.TypeOf<InvalidOperationException>());
    }

    [Test]
    public async Task InTheOrderOfTheirMigrations()
    {
        var report = await RunTo(new WordsModule(), "20240102");

        AssertDocuments("words", "{'_id': 'one', 'text': 'eins'}", "{'_id': 'two', 'text': 'zwei'}", "{'_id': 'three', 'text': 'trois'}");
        Assert.That(report.Results.Select(result => (result.Tables.Single().Read, result.Tables.Single().Written)), Is.EqualTo(new[] { (2L, 2L), (2L, 1L) }));
    }

    [Test]
    public async Task UnlessAValueIsTaken()
    {
        await RunTo(new WordsModule(), "20240101");
        Put("words", "{'_id': 'vier', 'text': 'quatre'}");

        var failed = await RunFailsAndChangesNothing(new WordsModule());

        Assert.That(failed.Message, Is.EqualTo($"""
            TM4005: A document of the bootstrap data cannot be inserted into table words: a value of its unique index idx_words_text is taken.
              migration      20240103_Third of module Words
              on the copy    after 20240102_Second
              still pending  20240103_Third, 20240104_Fourth
              document       _id "four"
              database       {Database.Name} was not changed.
            Make values of that index that no other document has.
            """));
    }
}
