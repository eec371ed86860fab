using TypedMigrations.StoreContract.Modules.Adopted;
using TypedMigrations.StoreContract.Modules.History;
using TypedMigrations.Storing;

namespace TypedMigrations.StoreContract;

public abstract class DatabaseIsAdopted<THarness> : StoreTest<THarness>
    where THarness : StoreHarness, new()
{
    [Test]
    public async Task OnlyWhereItIsSaidAt()
    {
        Put("accounts", "{'_id': 'a', 'email': 'e'}");

        var refused = await RunFailsAndChangesNothing(new AdoptedModule());

        Assert.That(refused.Message, Is.EqualTo($"""
            TM1017: The database has tables, but no journal: it was never migrated by this library.
              there are  20240101_FirstTables of module Adopted
                         20240102_Mail of module Adopted
              database   {Database.Name} was not changed.
            Say which migration it is at, once: start the program with --Migrations:AdoptAt=<stamp or id>, or set Migrations:AdoptAt in the configuration. With several modules: Migrations:AdoptAt:<module>. What the database holds is then compared with that migration's constants. 0 means before the first.
            """));
    }

    [Test, Behavior(73)]
    [TestCase("*", "20240101"), TestCase("Adopted", "20240101_FirstTables"), TestCase("adopted", "FirstTables")]
    public async Task AtAMigrationAndTheRunGoesOnFromThere(string module, string at)
    {
        Put("accounts", "{'_id': 'a', 'email': 'e', 'home': {'city': 'U', 'unknown': ['']}, 'unknown': null}");
        Put("orders", "{'_id': 'o'}");
        Put("foreign", "{'_id': 1}");
        Database.PutIndex("accounts", "idx_accounts_email", "email", isUnique: true);

        var report = await Run(new AdoptedModule(), options => options.AdoptAt[module] = at);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(State().Journal.Select(entry => (entry.Id, entry.Kind)), Is.EqualTo(new[] { ("20240101_FirstTables", JournalKind.Adopted), ("20240102_Mail", JournalKind.Applied) }));
            Assert.That(report.Notes, Is.Empty);
            Assert.That(Database.Audit().Select(item => item.Kind), Is.EqualTo(new[] { AuditKind.Started, AuditKind.Adopted, AuditKind.Applied }));
            AssertDocuments("accounts", "{'_id': 'a', 'mail': 'e', 'home': {'city': 'U', 'unknown': ['']}, 'unknown': null}");
            AssertDocuments("foreign", "{'_id': 1}");
        }
    }

    [Test]
    public async Task AtTheNewestMigrationAndNothingIsApplied()
    {
        Put("accounts", "{'_id': 'a', 'mail': 'e'}");

        var report = await Run(new AdoptedModule(), options => options.AdoptAt["*"] = "20240102");

        Assert.That(report.Results, Is.Empty);
        Assert.That(State().Journal.Select(entry => entry.Kind), Is.EqualTo(new[] { JournalKind.Adopted, JournalKind.Adopted }));
    }

    [Test]
    public async Task WithWhatIsMissingMade()
    {
        Put("accounts", "{'_id': 'a', 'mail': 'e'}");

        var report = await Run(new AdoptedModule(), options => options.AdoptAt["*"] = "20240102");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.Notes, Is.EqualTo(new[] { "unique index idx_accounts_email on mail of accounts was missing and is made", "table orders was missing and is made" }));
            Assert.That(Database.Indexes("accounts"), Does.Contain(new FoundIndex("idx_accounts_email", "mail", IsUnique: true)));
            Assert.That(Database.Tables(), Does.Contain("orders"));
        }
    }

    [Test]
    public async Task WithAnIndexOfTheNameThatIsNotUniqueMadeAnew()
    {
        Put("accounts", "{'_id': 'a', 'mail': 'e'}");
        Put("orders", "{'_id': 'o'}");
        Database.PutIndex("accounts", "idx_accounts_email", "mail", isUnique: false);

        var report = await Run(new AdoptedModule(), options => options.AdoptAt["*"] = "20240102");

        Assert.That(report.Notes, Is.EqualTo(new[] { "unique index idx_accounts_email on mail of accounts was another and is made anew" }));
        Assert.That(Database.Indexes("accounts"), Is.EqualTo(new[] { new FoundIndex("idx_accounts_email", "mail", IsUnique: true) }));
    }

    [Test]
    public async Task NotWithAUniqueIndexThatCannotBeMade()
    {
        Put("accounts", "{'_id': 'a', 'mail': 'secret'}", "{'_id': 'b', 'mail': 'secret'}");

        var refused = await RunFailsAndChangesNothing(new AdoptedModule(), options => options.AdoptAt["*"] = "20240102");

        Assert.That(refused.Code, Is.EqualTo(ErrorCode.NotUnique));
        Assert.That(refused.Message, Does.Contain("_id \"a\", _id \"b\"").And.Not.Contain("secret"));
    }

    [Test]
    public async Task NotWithValuesOfWrongTypes()
    {
        Put("accounts",
            "{'_id': 'a', 'mail': 'e1', 'size': 'secret'}", "{'_id': 'b', 'mail': 'e2', 'size': 'x'}", "{'_id': 'c', 'mail': 'e3', 'size': 1}", "{'_id': 'd', 'mail': 'e4', 'size': 'x'}",
            "{'_id': 'e', 'mail': 'e5', 'size': 'x'}", "{'_id': 'f', 'mail': 'e6', 'home': {'city': 7}}", "{'_id': 'g', 'mail': 'e7', 'home': 'U'}");

        var refused = await RunFailsAndChangesNothing(new AdoptedModule(), options => options.AdoptAt["*"] = "20240102");

        Assert.That(refused.Message, Is.EqualTo($"""
            TM4007: The database does not fit the constants of the migration at which it is to be adopted.
              found     accounts.home.city: int instead of string in 1 document, such as _id "f"
              found     accounts.size: string instead of int in 4 documents, such as _id "a", _id "b", _id "d"
              found     accounts.home: string instead of record in 1 document, such as _id "g"
              database  {Database.Name} was not changed.
            Name the migration that it is at in Migrations:AdoptAt, or correct these documents with the program that wrote them.
            """));
    }

    [Test]
    public async Task WithOddValuesKeptAndNotedWhereMostAreAsDeclared()
    {
        Put("accounts", "{'_id': 'a', 'mail': 'e1', 'size': 'odd'}", "{'_id': 'b', 'mail': 'e2', 'size': 2}", "{'_id': 'c', 'mail': 'e3', 'size': 3}");

        var report = await Run(new AdoptedModule(), options => options.AdoptAt["*"] = "20240102");

        Assert.That(report.Notes, Does.Contain("accounts.size: string instead of int in 1 document, such as _id \"a\" (kept)"));
        AssertDocuments("accounts", "{'_id': 'a', 'mail': 'e1', 'size': 'odd'}", "{'_id': 'b', 'mail': 'e2', 'size': 2}", "{'_id': 'c', 'mail': 'e3', 'size': 3}");
    }

    [Test]
    public async Task WithNullsAndMissingFieldsKeptAndNoted()
    {
        Put("accounts", "{'_id': 'a', 'mail': null, 'size': null}", "{'_id': 'b', 'mail': 'e', 'home': null}");
        Put("orders", "{'_id': 'o'}");

        var report = await Run(new AdoptedModule(), options => options.AdoptAt["*"] = "20240102");

        Assert.That(report.Notes, Does.Contain("accounts.mail: missing or null, though required, in 1 document, such as _id \"a\" (kept)"));
        AssertDocuments("accounts", "{'_id': 'a', 'mail': null, 'size': null}", "{'_id': 'b', 'mail': 'e', 'home': null}");
    }

    [Test]
    public async Task BeforeTheFirstMigrationWithZero()
    {
        Put("foreign", "{'_id': 1}");

        await Run(new AdoptedModule(), options => options.AdoptAt["*"] = "0");

        Assert.That(State().Journal.Select(entry => entry.Kind), Is.EqualTo(new[] { JournalKind.Applied, JournalKind.Applied }));
        AssertDocuments("foreign", "{'_id': 1}");
    }

    [Test]
    public async Task NotAtAnUnknownMigration()
    {
        Put("accounts", "{'_id': 'a', 'mail': 'e'}");

        var refused = await RunFailsAndChangesNothing(new AdoptedModule(), options => options.AdoptAt["*"] = "20990101");

        Assert.That(refused.Code, Is.EqualTo(ErrorCode.UnknownTarget));
    }
}
