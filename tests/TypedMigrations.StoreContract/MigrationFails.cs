using TypedMigrations.StoreContract.Modules.Fragile;
using TypedMigrations.Storing;

namespace TypedMigrations.StoreContract;

public abstract class MigrationFails<THarness> : StoreTest<THarness>
    where THarness : StoreHarness, new()
{
    // A document on which nothing fails.
    private const string Good = "{'_id': 'good', 'number': '1', 'old_name': 'o', 'email': 'good@example.org', 'code': 'xy', 'unknown': {'deep': [null, '', {'a': 1}]}}";

    [SetUp]
    public async Task MakeDatabase()
    {
        await RunTo(new FragileModule(), "20240101");
        Put("people", Good);
        Database.PutIndex("people", "idx_foreign", "unknown", isUnique: false);
    }

    [Test]
    public async Task NotOnGoodDocuments()
    {
        await Run(new FragileModule());

        AssertDocuments("people", "{'_id': 'good', 'number': {'$long': 1}, 'new_name': 'o', 'email': 'good@example.org', 'code': 2, 'tag': 't', 'unknown': {'deep': [null, '', {'a': 1}]}}");
        AssertDocuments("roles", "{'_id': 'role of good', 'person_id': 'good'}");
    }

    [Test, Behavior(44), Behavior(45), Behavior(46), Behavior(47)]
    public async Task WhereAConversionThrows()
    {
        Put("people", "{'_id': 'p', 'number': 'bad', 'email': 'e'}");

        var failed = await RunFailsAndChangesNothing(new FragileModule());

        AssertMessage(failed, """
            TM4001: A function of a step threw on a document of table people.
              {place}
              step           convert field people.number by text => text == "bad" ? throw new InvalidOperationExcepti...
              document       _id "p"
              field          number
              threw          InvalidOperationException: no number
              {state}
            Correct the function so that it takes every value that old data has; or let the step say what happens to such values: .ConvertMisfits(value => …) or .KeepMisfits().
            """);
        Assert.That(failed.InnerException, Is.TypeOf<InvalidOperationException>());
    }

    [Test, Behavior(45)]
    public async Task WhereAFillThrows()
    {
        Put("people", "{'_id': 'unfillable', 'email': 'e'}");

        var failed = await RunFailsAndChangesNothing(new FragileModule());

        AssertMessage(failed, """
            TM4001: A function of a step threw on a document of table people.
              {place}
              step           fill field people.code by (person, _) => person.Id == "unfillable" ? throw new Argu...
              document       _id "unfillable"
              field          code
              threw          ArgumentException: no code
              {state}
            Correct the function so that it takes every value that old data has; or let the step say what happens to such values: .ConvertMisfits(value => …) or .KeepMisfits().
            """);
    }

    [Test, Behavior(45)]
    public async Task WhereADerivedDocumentCannotBeMade()
    {
        Put("people", "{'_id': 'underivable', 'email': 'e', 'code': 'x'}");

        var failed = await RunFailsAndChangesNothing(new FragileModule());

        AssertMessage(failed, """
            TM4001: A function of a step threw on a document of table people.
              {place}
              step           insert into roles from people by (person, _) => person.Id == "underivable" ? throw new Arg...
              document       _id "underivable"
              threw          ArgumentException: no role
              {state}
            Correct the function so that it takes every value that old data has.
            """);
    }

    [Test, Behavior(45)]
    public async Task WhereAValueIsOfAnotherTypeThanItsConstant()
    {
        Put("people", "{'_id': 'p', 'number': {'secret': 1}, 'email': 'e'}");

        var failed = await RunFailsAndChangesNothing(new FragileModule());

        AssertMessage(failed, """
            TM4002: A value of table people does not fit the declared type.
              {place}
              step           convert field people.number by text => text == "bad" ? throw new InvalidOperationExcepti...
              document       _id "p"
              field          number
              found          document instead of string
              {state}
            Correct the document with the program version that wrote it, or declare the type that the data has; or let the step say what happens to such values: .ConvertMisfits(value => …) or .KeepMisfits().

            TM4002: A value of table people does not fit the declared type.
              {place}
              step           fill field people.tag by (person, _) => person.Id == "tagless" ? null! : "t"
              document       _id "p"
              found          field number: document instead of string
              {state}
            Correct the document with the program version that wrote it, or declare the type that the data has; or let the step say what happens to such values: .ConvertMisfits(value => …) or .KeepMisfits().

            TM4002: A value of table people does not fit the declared type.
              {place}
              step           fill field people.code by (person, _) => person.Id == "unfillable" ? throw new Argu...
              document       _id "p"
              found          field number: document instead of string
              {state}
            Correct the document with the program version that wrote it, or declare the type that the data has; or let the step say what happens to such values: .ConvertMisfits(value => …) or .KeepMisfits().
            """);
    }

    [Test, Behavior(45)]
    public async Task WhereARenameWouldOverwriteAField()
    {
        Put("people", "{'_id': 'p', 'old_name': 'secret', 'new_name': 'unknown before', 'email': 'e'}");

        var failed = await RunFailsAndChangesNothing(new FragileModule());

        AssertMessage(failed, """
            TM4003: The step 'rename field people.old_name to new_name' would overwrite a field that a document of table people already has.
              {place}
              step           rename field people.old_name to new_name
              document       _id "p"
              field          new_name
              {state}
            Choose another name than new_name, or move the documents' own field out of the way first.
            """);
    }

    [Test, Behavior(45), Behavior(38)]
    public async Task WhereDocumentsShareAUniqueValueAndListsThemAll()
    {
        Put("people", "{'_id': 'p', 'email': 'secret'}", "{'_id': 'q', 'email': 'secret'}", "{'_id': 'r', 'email': 'other'}", "{'_id': 's', 'email': 'other'}", "{'_id': 't', 'email': 'secret'}");

        var failed = await RunFailsAndChangesNothing(new FragileModule());

        AssertMessage(failed, """
            TM4004: The unique index idx_people_email on email of table people cannot be made: 5 documents share 2 values, by the database's collation.
              {place}
              share a value  _id "r", _id "s"
              share a value  _id "p", _id "q", _id "t"
              {state}
            Add to Up: up.MakeUnique(…, (value, n) => $"{value} ({n})"); or make the values unique before.
            """);
    }

    [Test, Behavior(45)]
    public async Task WhereTheKeyOfADerivedDocumentIsTaken()
    {
        Put("people", "{'_id': 'p', 'email': 'e'}");
        Put("roles", "{'_id': 'role of p', 'person_id': 'q'}");

        var failed = await RunFailsAndChangesNothing(new FragileModule());

        AssertMessage(failed, """
            TM4005: A document of the step 'insert into roles from people by (person, _) => person.Id == "underivable" ? throw new Arg...' cannot be inserted into table roles: its key is taken.
              {place}
              document       _id "role of p"
              {state}
            Make keys that no other document has.
            """);
    }

    [Test, Behavior(45)]
    public async Task WhereAValueOfAUniqueIndexIsTakenByADerivedDocumentAndDoesNotShowIt()
    {
        Put("people", "{'_id': 'p', 'email': 'e'}");
        Put("roles", "{'_id': 'r', 'person_id': 'p'}");
        Database.PutIndex("roles", "idx_of_others", "person_id", isUnique: true);

        var failed = await RunFailsAndChangesNothing(new FragileModule());

        AssertMessage(failed, """
            TM4005: A document of the step 'insert into roles from people by (person, _) => person.Id == "underivable" ? throw new Arg...' cannot be inserted into table roles: a value of its unique index idx_of_others is taken.
              {place}
              document       _id "role of p"
              {state}
            Make values of that index that no other document has.
            """);
    }

    [Test, Behavior(45)]
    public async Task WhereTheResultDoesNotFitTheConstants()
    {
        Put("people", "{'_id': 'tagless', 'email': 'e'}");

        var failed = await RunFailsAndChangesNothing(new FragileModule());

        Assert.That(failed.Message, Is.EqualTo($"""
            TM4006: The migrated copy does not match the constants.
              found     people.tag: missing or null, though required, in 1 document, such as _id "tagless"
              database  {Database.Name} was not changed.
            Correct the migration: give each document that it makes or changes what the constants declare.
            """));
    }

    [Test]
    public async Task NotOnOldDataThatIsOddAlreadyWhichIsKeptAndTold()
    {
        Put("people", "{'_id': 'roleless', 'old_name': 5, 'code': 'x'}");

        var report = await RunTo(new FragileModule(), "20240102");

        Assert.That(report.Notes, Is.Empty, "The migration does not touch the documents.");
        AssertDocuments("people", Good, "{'_id': 'roleless', 'old_name': 5, 'code': 'x'}");
    }

    [Test, Behavior(44)]
    public async Task AndSaysWhatWasAppliedOnTheCopyAndWhatIsPending()
    {
        Put("people", "{'_id': 'p', 'number': 'bad', 'email': 'e'}");

        var failed = await RunFailsAndChangesNothing(new FragileModule());

        AssertFacts(failed,
            ("migration", "20240103_Numbers of module Fragile"), ("on the copy", "after 20240102_Notes"), ("still pending", "20240103_Numbers, 20240104_Last"));
        Assert.That(History(), Is.EqualTo(new[] { "20240101_Before" }));
    }

    [Test, Behavior(49)]
    public async Task AndSucceedsWhenTheCauseIsGoneWithTheFailuresInTheAuditTrail()
    {
        Put("people", "{'_id': 'unfillable', 'email': 'e'}");
        await RunFailsAndChangesNothing(new FragileModule());
        await RunFailsAndChangesNothing(new FragileModule());

        await RunTo(new FragileModule(), "20240102");

        var audit = Database.Audit();
        Assert.That(audit.Select(item => $"{item.Kind} {item.Subject}"), Is.EqualTo(new[]
        {
            "Started database", "Applied 20240101_Before of module Fragile", "Failed database", "Failed database", "Started database", "Applied 20240102_Notes of module Fragile",
        }));
        Assert.That(audit[2].Detail, Is.EqualTo("TM4001: A function of a step threw on a document of table people."));
        Assert.That(AuditTrail.FindBreak(audit), Is.Null);
    }

    [Test]
    public async Task AndTellsTheObserver()
    {
        Put("people", "{'_id': 'p', 'number': 'bad', 'email': 'e'}");
        var observer = new RecordingObserver();

        var failed = await RunFailsAndChangesNothing(new FragileModule(), observer: observer);

        Assert.That(observer.Events[^1], Is.EqualTo(new MigrationEvent.Failed(Database.Name, failed)));
    }

    private void AssertMessage(MigrationException failed, string expected) => Assert.That(failed.Message, Is.EqualTo(expected
        .Replace("{place}", "migration      20240103_Numbers of module Fragile\n  on the copy    after 20240102_Notes\n  still pending  20240103_Numbers, 20240104_Last")
        .Replace("{state}", $"database       {Database.Name} was not changed.")));

    private static void AssertFacts(MigrationException failed, params (string, string)[] facts) =>
        Assert.That(facts, Is.SubsetOf(failed.Problems.Single().Facts));
}
