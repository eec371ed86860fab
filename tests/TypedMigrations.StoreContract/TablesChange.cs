using TypedMigrations.StoreContract.Modules;
using TypedMigrations.StoreContract.Modules.Tables;

namespace TypedMigrations.StoreContract;

public abstract class TablesChange<THarness> : StoreTest<THarness>
    where THarness : StoreHarness, new()
{
    [Test]
    public async Task KeepTheirDocumentsUnderTheirNewNames()
    {
        await MigrateDocuments();

        Assert.That(Database.Tables(), Is.EquivalentTo(new[] { "new_name", "casedname", "left_table", "right_table", "kept", "created" }));
        AssertDocuments("new_name", "{'_id': 'renamed', 'text': 'r', 'unknown': {'deep': [null, '']}}");
        AssertDocuments("casedname", "{'_id': 'cased', 'text': 'c'}");
        AssertDocuments("left_table", "{'_id': 'was right', 'text': 'r'}");
        AssertDocuments("right_table", "{'_id': 'was left', 'text': 'l'}");
        AssertDocuments("kept", "{'_id': 'kept', 'text': 'k'}");
        AssertDocuments("created");
    }

    [Test]
    public async Task KeepTheirIndexes()
    {
        await MigrateDocuments();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Database.Indexes("new_name"), Is.EqualTo(new[] { new FoundIndex("idx_text", "text", IsUnique: true) }));
            Assert.That(Database.Indexes("right_table"), Is.EqualTo(new[] { new FoundIndex("idx_left", "text", IsUnique: false) }));
            Assert.That(Database.Indexes("left_table"), Is.Empty);
        }
    }

    [Test]
    public async Task GiveTheSameResultWithTheStepsInAnotherOrder()
    {
        StepOrder.Reverse();

        await KeepTheirDocumentsUnderTheirNewNames();
    }

    [Test]
    public async Task AreMadeWhereTheyAreMissing()
    {
        await Run(new TablesModule());

        Assert.That(Database.Tables(), Is.EquivalentTo(new[] { "new_name", "casedname", "left_table", "right_table", "kept", "created" }));
    }

    [Test]
    public async Task LeaveTablesOfOthersAlone()
    {
        await RunTo(new TablesModule(), "20240101");
        Put("foreign", "{'_id': {'$guid': '0b9f2c4e-7a53-4a41-9a52-3a1f6b0d3c11'}, 'x': {'$decimal': '1.10'}}");
        Database.PutIndex("foreign", "idx_x", "x", isUnique: true);

        await Run(new TablesModule());

        AssertDocuments("foreign", "{'_id': {'$guid': '0b9f2c4e-7a53-4a41-9a52-3a1f6b0d3c11'}, 'x': {'$decimal': '1.10'}}");
        Assert.That(Database.Indexes("foreign"), Is.EqualTo(new[] { new FoundIndex("idx_x", "x", IsUnique: true) }));
    }

    [Test]
    public async Task AreCounted()
    {
        var report = await MigrateDocuments();

        Assert.That(report.Results.Single().Tables.Single(count => count.Table == "dropped"), Is.EqualTo(new Storing.TableCount("dropped", Read: 0, Written: 1)));
    }

    private async Task<MigrationReport> MigrateDocuments()
    {
        await RunTo(new TablesModule(), "20240101");
        Put("dropped", "{'_id': 'dropped', 'text': 'd'}");
        Put("old_name", "{'_id': 'renamed', 'text': 'r', 'unknown': {'deep': [null, '']}}");
        Put("CasedName", "{'_id': 'cased', 'text': 'c'}");
        Put("left_table", "{'_id': 'was left', 'text': 'l'}");
        Put("right_table", "{'_id': 'was right', 'text': 'r'}");
        Put("kept", "{'_id': 'kept', 'text': 'k'}");
        return await Run(new TablesModule());
    }
}
