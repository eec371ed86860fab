using TypedMigrations.StoreContract.Modules;
using TypedMigrations.StoreContract.Modules.Combined;
using TypedMigrations.Storing;

namespace TypedMigrations.StoreContract;

public abstract class VerbsAreCombined<THarness> : StoreTest<THarness>
    where THarness : StoreHarness, new()
{
    [Test]
    public async Task OnOneTableInOneMigration()
    {
        await PutBefore();

        var report = await RunTo(new CombinedModule(), "20240102");

        AssertAfter();
        Assert.That(report.Results.Single().Steps, Is.EqualTo(new StepCount[]
        {
            new("partition table logs: into errors where (log, before) => before.Find(Old.PaperTable.Id, log.Level...", 1, 0),
            new("drop table logs", 3, 0),
            new("partition table drafts: into done where draft => draft.State == \"done\"", 1, 0),
            new("merge table drafts into papers", 2, 0),
            new("remove duplicates by users.mail, keep by (first, _) => first", 1, 0),
            new("rekey table users by (user, before) => before.Find(Old.UserTable.Id, user.Id)!..., dangling references kept", 2, 0),
            new("rename field posts.meta to head", 3, 0),
            new("rename type 'Old' to 'New' in posts", 1, 0),
            new("copy table events to archive", 1, 0),
            new("let posts.meta.user_id follow its documents", 2, 1),
        }));
    }

    [Test]
    public async Task WithTheSameResultWithTheStepsInAnotherOrder()
    {
        await PutBefore();
        StepOrder.Reverse();

        await RunTo(new CombinedModule(), "20240102");

        AssertAfter();
    }

    [Test]
    public async Task OverSeveralMigrationsOfOneRun()
    {
        await PutBefore();

        await Run(new CombinedModule());

        Assert.That(Database.Tables(), Is.EquivalentTo(new[] { "papers", "happenings" }));
        AssertDocuments("papers", "{'_id': 'p', 'state': 'x'}", "{'_id': 'error', 'state': ''}", "{'_id': 'd1', 'state': 'done', 'more': ['']}", "{'_id': 'd2', 'state': 'draft', 'more': {}}", "{'_id': 'd3'}");
        AssertDocuments("happenings", "{'_id': 'e', 'name': 'E', 'more': {'x': null}}", "{'_id': 'old e', 'name': 'E', 'more': {'x': null}}");
    }

    private async Task PutBefore()
    {
        await RunTo(new CombinedModule(), "20240101");
        Put("logs", "{'_id': 1, 'level': 'error', 'more': 1}", "{'_id': 2, 'level': 'info'}", "{'_id': 3}");
        Put("drafts", "{'_id': 'd1', 'state': 'done', 'more': ['']}", "{'_id': 'd2', 'state': 'draft', 'more': {}}", "{'_id': 'd3'}");
        Put("papers", "{'_id': 'p', 'state': 'x'}", "{'_id': 'error', 'state': ''}");
        Put("users", "{'_id': '1', 'mail': 'a@x', 'more': 1}", "{'_id': '2', 'mail': 'A@x'}", "{'_id': '3', 'mail': 'b@x'}");
        Put("posts",
            "{'_id': 'p1', 'meta': {'user_id': '1', 'more': [null]}, '_type': 'Old'}", "{'_id': 'p2', 'meta': {'user_id': '2'}}", "{'_id': 'p3', 'meta': {'user_id': '3'}}", "{'_id': 'p4'}");
        Put("events", "{'_id': 'e', 'name': 'E', 'more': {'x': null}}");
    }

    private void AssertAfter()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Database.Tables(), Is.EquivalentTo(new[] { "errors", "done", "papers", "Users", "posts", "happenings", "archive" }));
            AssertDocuments("errors", "{'_id': 1, 'level': 'error', 'more': 1}");
            AssertDocuments("done", "{'_id': 'd1', 'state': 'done', 'more': ['']}");
            AssertDocuments("papers", "{'_id': 'p', 'state': 'x'}", "{'_id': 'error', 'state': ''}", "{'_id': 'd2', 'state': 'draft', 'more': {}}", "{'_id': 'd3'}");
            AssertDocuments("Users", "{'_id': 'a@x', 'mail': 'a@x', 'more': 1}", "{'_id': 'b@x', 'mail': 'b@x'}");
            AssertDocuments("posts",
                "{'_id': 'p1', 'head': {'user_id': 'a@x', 'more': [null]}, '_type': 'New'}", "{'_id': 'p2', 'head': {'user_id': '2'}}", "{'_id': 'p3', 'head': {'user_id': 'b@x'}}", "{'_id': 'p4'}");
            AssertDocuments("happenings", "{'_id': 'e', 'name': 'E', 'more': {'x': null}}");
            AssertDocuments("archive", "{'_id': 'e', 'name': 'E', 'more': {'x': null}}");
        }
    }
}
