using TypedMigrations.StoreContract.Modules.Seeded;
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
}
