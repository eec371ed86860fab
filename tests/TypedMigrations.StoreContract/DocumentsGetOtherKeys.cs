using TypedMigrations.StoreContract.Modules;
using TypedMigrations.StoreContract.Modules.Rekeyed;
using TypedMigrations.Storing;

namespace TypedMigrations.StoreContract;

public abstract class DocumentsGetOtherKeys<THarness> : StoreTest<THarness>
    where THarness : StoreHarness, new()
{
    [Test]
    public async Task AndReferencesFollowThem()
    {
        var report = await Migrate();

        AssertAfter();
        Assert.That(report.Results.Single().Steps, Is.EquivalentTo(new StepCount[]
        {
            new("rekey table accounts by old => int.Parse(old.Id)", 3, 0),
            new("copy field accounts._id to old_id", 3, 0),
            new("let accounts.parent_id follow its documents", 1, 0),
            new("rename field notes.author_id to author", 2, 0),
            new("rekey table teams by old => old.Id + 1, dangling references kept", 3, 0),
            new("rekey table codes by old => old.Name", 2, 0),
            new("let roles.account_id follow its documents", 2, 0),
            new("let groups.members follow its documents", 1, 0),
            new("let groups.lead.account_id follow its documents", 1, 0),
            new("let groups.seats[].account_id follow its documents", 1, 0),
            new("let groups.seats[].deputy.account_id follow its documents", 1, 0),
            new("let players.team_id follow its documents", 1, 1),
            new("let players.former_teams follow its documents", 1, 1),
        }));
    }

    [Test]
    public async Task WithTheSameResultWithTheStepsInAnotherOrder()
    {
        StepOrder.Reverse();

        await Migrate();

        AssertAfter();
    }

    [Test]
    public async Task AndTheNextMigrationOfTheSameRunSeesThem()
    {
        await PutBefore();

        await Run(new RekeyedModule());

        AssertDocuments("badges", "{'_id': 'r1:1', 'account_id': 2}", "{'_id': 'r1:2', 'account_id': 2}", "{'_id': 'r2:1', 'account_id': 10}", "{'_id': 'r2:2', 'account_id': 10}");
        Assert.That(Database.Tables(), Is.EquivalentTo(new[] { "accounts", "badges" }));
    }

    [Test]
    public async Task ButAReferenceToNoDocumentFailsTheRun()
    {
        await PutBefore();
        Put("roles", "{'_id': 'lost', 'account_id': '99'}");
        Put("groups", "{'_id': 'lost', 'members': ['10', '98', '97']}", "{'_id': 'odd', 'members': [], 'lead': {'account_id': {'no': 1}}}");

        var exception = await RunFailsAndChangesNothing(new RekeyedModule(), options => options.Target = "20240102");

        Assert.That(exception.Problems.Single(problem => problem.Facts.Contains(("field", "members"))).ToString(), Is.EqualTo(
            """
            TM4012: A document of table groups refers to no document of table accounts.
              migration      20240102_After of module Rekeyed
              on the copy    nothing before it
              still pending  20240102_After
              step           let groups.members follow its documents
              document       _id "lost"
              field          members
            Correct the references with the program version that wrote them, or keep them as they are: up.Rekey(Old.AccountTable.Id, …).KeepDangling();
            """));
        Assert.That(exception.Problems.Select(problem => problem.ToString()), Has.One.Contains("found          a document without $id instead of a reference"));
    }

    [Test]
    public async Task UnlessTheDatabaseTakesThemForOne()
    {
        await PutBefore();
        Put("codes", "{'_id': 'k3', 'name': 'ULM'}", "{'_id': 'k4', 'name': 'bonn'}", "{'_id': 'k5', 'name': 'Bonn'}");

        var exception = await RunFailsAndChangesNothing(new RekeyedModule(), options => options.Target = "20240102");

        Assert.That(exception.Message, Is.EqualTo(
            $"""
            TM4011: The step 'rekey table codes by old => old.Name' gives one key to several documents of table codes: 5 documents, 2 keys, by the database's collation.
              migration          20240102_After of module Rekeyed
              on the copy        nothing before it
              still pending      20240102_After
              would share a key  _id "k2", _id "k4", _id "k5"
              would share a key  _id "k1", _id "k3"
              database           {Database.Name} was not changed.
            Let the function make a key of its own for each document, or remove duplicates with up.RemoveDuplicates(…).
            """));
    }

    [Test]
    public async Task UnlessTheFunctionThrows()
    {
        await PutBefore();
        Put("accounts", "{'_id': 'x', 'name': 'X'}", "{'_id': 'y', 'name': 'Y'}");

        var exception = await RunFailsAndChangesNothing(new RekeyedModule(), options => options.Target = "20240102");

        Assert.That(exception.Message, Is.EqualTo(
            $"""
            TM4001: A function of a step threw on 2 documents of table accounts.
              migration      20240102_After of module Rekeyed
              on the copy    nothing before it
              still pending  20240102_After
              step           rekey table accounts by old => int.Parse(old.Id)
              document       _id "x": FormatException: The input string 'x' was not in a correct format.
              document       _id "y": FormatException: The input string 'y' was not in a correct format.
              database       {Database.Name} was not changed.
            Correct the function so that it takes every value that old data has.
            """));
    }

    private async Task<MigrationReport> Migrate()
    {
        await PutBefore();
        return await RunTo(new RekeyedModule(), "20240102");
    }

    private async Task PutBefore()
    {
        await RunTo(new RekeyedModule(), "20240101");
        Database.PutIndex("teams", "idx_own", "motto", isUnique: false);
        Put("accounts", "{'_id': '10', 'name': 'A', 'more': {'a': [{}]}}", "{'_id': '2', 'name': 'B', 'parent_id': '10'}", "{'_id': '03', 'name': null, 'parent_id': null}");
        Put("roles", "{'_id': 'r1', 'account_id': '2', 'more': ''}", "{'_id': 'r2', 'account_id': '10'}", "{'_id': 'r3'}");
        Put("groups",
            "{'_id': 'g1', 'members': ['2', null, '10'], 'lead': {'account_id': '2', 'since': null}, 'seats': [{'account_id': '03', 'row': ''}, 'odd', null, {'deputy': {'account_id': '10', 'more': [1]}}]}",
            "{'_id': 'g2', 'members': []}");
        Put("notes", "{'_id': 'n1', 'author_id': '2', 'Text': 'x'}", "{'_id': 'n2', 'author_id': null}", "{'_id': 'n3'}");
        Put("teams", "{'_id': 1, 'name': 'one', 'motto': 'm'}", "{'_id': 2, 'name': 'two'}", "{'_id': 3, 'name': 'three'}");
        Put("players", "{'_id': 'p1', 'team_id': 1, 'former_teams': [2, 77, 3]}", "{'_id': 'p2', 'team_id': 99}", "{'_id': 'p3', 'team_id': null, 'former_teams': []}");
        Put("codes", "{'_id': 'k1', 'name': 'Ulm'}", "{'_id': 'k2', 'name': 'Bonn'}");
    }

    private void AssertAfter()
    {
        using (Assert.EnterMultipleScope())
        {
            AssertDocuments("accounts",
                "{'_id': 10, 'name': 'A', 'old_id': '10', 'more': {'a': [{}]}}", "{'_id': 2, 'name': 'B', 'parent_id': 10, 'old_id': '2'}", "{'_id': 3, 'name': null, 'parent_id': null, 'old_id': '03'}");
            AssertDocuments("roles", "{'_id': 'r1', 'account_id': 2, 'more': ''}", "{'_id': 'r2', 'account_id': 10}", "{'_id': 'r3'}");
            AssertDocuments("groups",
                "{'_id': 'g1', 'members': [2, null, 10], 'lead': {'account_id': 2, 'since': null}, 'seats': [{'account_id': 3, 'row': ''}, 'odd', null, {'deputy': {'account_id': 10, 'more': [1]}}]}",
                "{'_id': 'g2', 'members': []}");
            AssertDocuments("notes", "{'_id': 'n1', 'author': 2, 'Text': 'x'}", "{'_id': 'n2', 'author': null}", "{'_id': 'n3'}");
            AssertDocuments("squads", "{'_id': 2, 'name': 'one', 'motto': 'm'}", "{'_id': 3, 'name': 'two'}", "{'_id': 4, 'name': 'three'}");
            AssertDocuments("players", "{'_id': 'p1', 'team_id': 2, 'former_teams': [3, 77, 4]}", "{'_id': 'p2', 'team_id': 99}", "{'_id': 'p3', 'team_id': null, 'former_teams': []}");
            AssertDocuments("codes", "{'_id': 'Ulm', 'name': 'Ulm'}", "{'_id': 'Bonn', 'name': 'Bonn'}");
            Assert.That(Database.Indexes("squads"), Is.EqualTo(new[] { new FoundIndex("idx_name", "name", IsUnique: true), new FoundIndex("idx_own", "motto", IsUnique: false) }));
            Assert.That(Database.Indexes("accounts"), Is.EqualTo(new[] { new FoundIndex("idx_name", "name", IsUnique: false) }));
        }
    }
}
