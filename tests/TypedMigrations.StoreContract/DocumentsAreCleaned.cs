using TypedMigrations.StoreContract.Modules;
using TypedMigrations.StoreContract.Modules.Cleaned;
using TypedMigrations.Storing;

namespace TypedMigrations.StoreContract;

public abstract class DocumentsAreCleaned<THarness> : StoreTest<THarness>
    where THarness : StoreHarness, new()
{
    [Test]
    public async Task OfDuplicatesByTheRuleAndOfOldTypeNames()
    {
        await PutBefore();

        var report = await Run(new CleanedModule());

        AssertAfter();
        Assert.That(report.Results.Single().Steps, Is.EqualTo(new StepCount[]
        {
            new("remove duplicates by mails.address, keep by (first, second) => first.Size >= second.Size ? first : se...", 2, 0),
            new("remove duplicates by visits.person, visits.day, keep by (first, _) => first", 2, 0),
            new("remove duplicates by visits.ticket, keep by (_, second) => second", 1, 0),
            new("rename type 'Circle' to 'Square' in shapes", 2, 0),
            new("rename type 'Square' to 'Circle' in shapes", 2, 0),
        }));
        Assert.That(report.Results.Single().Tables.Single(count => count.Table == "mails"), Is.EqualTo(new TableCount("mails", 0, 2)));
    }

    [Test]
    public async Task WithTheSameResultWithTheStepsInAnotherOrder()
    {
        await PutBefore();
        StepOrder.Reverse();

        await Run(new CleanedModule());

        AssertAfter();
    }

    [Test]
    public async Task UnlessARecordOfADuplicateCannotBeRead()
    {
        await PutBefore();
        Put("mails", "{'_id': 'odd', 'address': 'a@x', 'size': 'big'}");

        var exception = await RunFailsAndChangesNothing(new CleanedModule());

        Assert.That(exception.Problems.Single().Code, Is.EqualTo(ErrorCode.ValueMisfit));
        Assert.That(exception.Message, Does.Contain("document       _id \"odd\"").And.Contain("found          field size: string instead of int"));
    }

    private async Task PutBefore()
    {
        await RunTo(new CleanedModule(), "20240101");
        Put("mails",
            "{'_id': '1', 'address': 'a@x', 'size': 1, 'more': {}}", "{'_id': '2', 'address': 'A@X', 'size': 3, 'more': ['']}", "{'_id': '3', 'address': 'a@x', 'size': 2}",
            "{'_id': '4', 'address': null, 'size': 1}", "{'_id': '5', 'size': 1}", "{'_id': '6', 'address': '', 'size': 1}", "{'_id': '7', 'address': '', 'size': 'odd'}", "{'_id': '8', 'address': 'b@x'}");
        Put("visits",
            "{'_id': 1, 'person': 'Ada', 'day': 1}", "{'_id': 2, 'person': 'ADA', 'day': {'$long': 1}}", "{'_id': 3, 'person': 'Ada', 'day': 2}", "{'_id': 4, 'person': 'Bo', 'day': 1}",
            "{'_id': 5, 'person': 'ada'}", "{'_id': 6, 'person': 'ada', 'day': null}", "{'_id': 7, 'day': 1}", "{'_id': 8, 'day': 1}", "{'_id': 9, 'person': 'bo', 'day': 1, 'ticket': 't'}",
            "{'_id': 10, 'person': 'Cy', 'ticket': 't2'}", "{'_id': 11, 'person': 'Di', 'ticket': 'T2'}");
        Put("shapes",
            "{'_id': 'a', '_type': 'Circle', 'parts': [{'_type': 'Square', 'inner': {'_type': 'Circle'}}, [{'_type': 'Square', 'x': ''}], null]}",
            "{'_id': 'b', '_type': 'circle', 'name': 'Circle'}", "{'_id': 'c', '_type': null}", "{'_id': 'd', 'more': {'_type': 'Square', 'at': {'_type': 'Circle'}}}");
    }

    private void AssertAfter()
    {
        using (Assert.EnterMultipleScope())
        {
            AssertDocuments("mails",
                "{'_id': '2', 'address': 'A@X', 'size': 3, 'more': ['']}", "{'_id': '4', 'address': null, 'size': 1}", "{'_id': '5', 'size': 1}", "{'_id': '6', 'address': '', 'size': 1}",
                "{'_id': '7', 'address': '', 'size': 'odd'}", "{'_id': '8', 'address': 'b@x'}");
            AssertDocuments("visits",
                "{'_id': 1, 'person': 'Ada', 'day': 1}", "{'_id': 3, 'person': 'Ada', 'day': 2}", "{'_id': 4, 'person': 'Bo', 'day': 1}",
                "{'_id': 5, 'person': 'ada'}", "{'_id': 6, 'person': 'ada', 'day': null}", "{'_id': 7, 'day': 1}", "{'_id': 8, 'day': 1}", "{'_id': 11, 'person': 'Di', 'ticket': 'T2'}");
            AssertDocuments("shapes",
                "{'_id': 'a', '_type': 'Square', 'parts': [{'_type': 'Circle', 'inner': {'_type': 'Square'}}, [{'_type': 'Circle', 'x': ''}], null]}",
                "{'_id': 'b', '_type': 'circle', 'name': 'Circle'}", "{'_id': 'c', '_type': null}", "{'_id': 'd', 'more': {'_type': 'Circle', 'at': {'_type': 'Square'}}}");
        }
    }
}
