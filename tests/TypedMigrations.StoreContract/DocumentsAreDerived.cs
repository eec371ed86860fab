using TypedMigrations.StoreContract.Modules;
using TypedMigrations.StoreContract.Modules.Derived;
using TypedMigrations.StoreContract.Modules.Uniques;
using TypedMigrations.Storing;

namespace TypedMigrations.StoreContract;

public abstract class DocumentsAreDerived<THarness> : StoreTest<THarness>
    where THarness : StoreHarness, new()
{
    [Test]
    public async Task InBothDirectionsFromWhatWasThereBefore()
    {
        await Migrate();

        AssertDocuments("accounts", "{'_id': 'a', 'unknown': 1}", "{'_id': 'b'}", "{'_id': 'z', 'origin': 'role r2'}");
        AssertDocuments("roles", "{'_id': 'r1', 'owner': 'a'}", "{'_id': 'r2', 'owner': 'z', 'unknown': ''}", "{'_id': 'b:guest', 'owner': 'b'}");
        AssertDocuments("visits", "{'_id': 'visit of a', 'account_id': 'a'}", "{'_id': 'visit of b', 'account_id': 'b'}");
    }

    [Test]
    public async Task WithTheSameResultWithTheStepsInAnotherOrder()
    {
        StepOrder.Reverse();

        await InBothDirectionsFromWhatWasThereBefore();
    }

    [Test]
    public async Task AndCounted()
    {
        var report = await Migrate();

        Assert.That(report.Results.Single().Tables, Does.Contain(new TableCount("visits", Read: 0, Written: 2)));
    }

    [Test]
    public async Task AndNamesAreMadeUniqueByTheRule()
    {
        await RunTo(new UniquesModule(), "20240101");
        Put("orgs",
            "{'_id': '1', 'name': 'Shop'}", "{'_id': '2', 'name': 'Shop'}", "{'_id': '3', 'name': 'Shop (2)'}", "{'_id': '4', 'name': 'Shop', 'unknown': [{}]}",
            "{'_id': '5', 'name': 'Other'}", "{'_id': '6'}", "{'_id': '7', 'name': null}", "{'_id': '8', 'name': ''}", "{'_id': '9'}", "{'_id': 'A', 'name': null}", "{'_id': 'B', 'name': ''}");

        await Run(new UniquesModule());

        AssertDocuments("orgs",
            "{'_id': '1', 'name': 'Shop'}", "{'_id': '2', 'name': 'Shop (3)'}", "{'_id': '3', 'name': 'Shop (2)'}", "{'_id': '4', 'name': 'Shop (4)', 'unknown': [{}]}",
            "{'_id': '5', 'name': 'Other'}", "{'_id': '6'}", "{'_id': '7', 'name': null}", "{'_id': '8', 'name': ''}", "{'_id': '9'}", "{'_id': 'A', 'name': null}", "{'_id': 'B', 'name': ''}");
    }

    private async Task<MigrationReport> Migrate()
    {
        await RunTo(new DerivedModule(), "20240101");
        Put("accounts", "{'_id': 'a', 'role_id': 'r1', 'unknown': 1}", "{'_id': 'b'}");
        Put("roles", "{'_id': 'r1', 'account_id': 'a'}", "{'_id': 'r2', 'account_id': 'z', 'unknown': ''}");
        return await Run(new DerivedModule());
    }
}
