using TypedMigrations.StoreContract.Modules.Ages;
using TypedMigrations.StoreContract.Modules.Cards;
using TypedMigrations.StoreContract.Modules.People;

namespace TypedMigrations.StoreContract;

/// <summary>A migration depends on one of another module, whose tables have changed since.</summary>
public abstract class AnotherModuleIsFurtherOn<THarness> : StoreTest<THarness>
    where THarness : StoreHarness, new()
{
    [Test]
    public async Task AndOnlyTheFieldsAreReadThatTheCodeNames()
    {
        await PutPeople();
        await Run(new PeopleModule());

        await Run([new PeopleModule(), new CardsModule()]);

        AssertDocuments("people",
            "{'_id': 'a', 'name': 'Ada', 'age': '36 years', 'temper': 'Calm', 'home': {'city': 'Ulm', 'street': 4}}", "{'_id': 'b', 'name': 'Bo', 'temper': 'Merry', 'home': {'city': 'Ulm'}}", "{'_id': 'c', 'name': 'Cy'}");
        AssertCards();
    }

    [Test]
    public async Task InTheOrderOfTheStampsToo()
    {
        await PutPeople();

        await Run([new PeopleModule(), new CardsModule()]);

        AssertCards();
    }

    [Test]
    public async Task AndAMigrationThatNamesAFieldThatChangedIsRefused()
    {
        await PutPeople();
        await Run(new PeopleModule());

        var refused = await FailsAndChangesNothing(() => Run([new PeopleModule(), new AgesModule()]));

        Assert.That(Told(refused), Is.EqualTo(
            """
            TM2110: Migration 20240102_Ages of module Ages reads what 20240101_First of module People left, and the database is further on by then.
              changed   convert field people.age by age => $"{age} years" (20240103_Words)
            Let it depend on 20240103_Words and use the constants of that migration: [DependsOn<TypedMigrations.StoreContract.Modules.People.M20240103_Words.Words>], with a stamp after 20240103.
            """));
    }

    [Test]
    public async Task ButNotYetWhereTheStampsSaySo()
    {
        await PutPeople();

        await Run([new PeopleModule(), new AgesModule()]);

        AssertDocuments("ages", "{'_id': 'a', 'age': 36}", "{'_id': 'b', 'age': 0}", "{'_id': 'c', 'age': 0}");
    }

    private async Task PutPeople()
    {
        await RunTo(new PeopleModule(), "20240101");
        Put("people", "{'_id': 'a', 'name': 'Ada', 'age': 36, 'mood': 'Calm', 'home': {'city': 'Ulm', 'street': 'East'}}", "{'_id': 'b', 'name': 'Bo', 'mood': 'Merry', 'home': {'city': 'Ulm'}}", "{'_id': 'c', 'name': 'Cy'}");
    }

    private void AssertCards() => AssertDocuments("cards",
        "{'_id': 'a', 'name': 'Ada', 'city': 'Ulm', 'neighbors': 1}", "{'_id': 'b', 'name': 'Bo', 'city': 'Ulm', 'neighbors': 1}", "{'_id': 'c', 'name': 'Cy', 'neighbors': 0}");
}
