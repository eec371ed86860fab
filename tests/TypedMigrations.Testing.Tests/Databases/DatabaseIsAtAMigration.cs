using TypedMigrations.Storing;
using TypedMigrations.Testing.Tests.Modules.Pets.M20240101_Pets;
using TypedMigrations.Testing.Tests.Modules.Pets.M20240201_Animals;
using TypedMigrations.Testing.Tests.Modules.Visits;
using TypedMigrations.Testing.Tests.Modules.Visits.M20240115_Visits;

namespace TypedMigrations.Testing.Tests.Databases;

[Parallelizable(ParallelScope.All)]
public sealed class DatabaseIsAtAMigration
{
    private static readonly Animal Rex = new("rex", "Rex", 3, new("red"), ["Rexy"]);

    [Test]
    public void HasBootstrapAndTestData()
    {
        using var database = Database.At<FirstPets>();

        Assert.That(database.Read(PetTable.Table).Select(pet => pet.Id), Is.EqualTo(new[] { "house-cat", "rex", "tom" }));
        Assert.That((database.Tables, database.LastReport), Is.EqualTo((new[] { "pets" }, (MigrationReport?)null)));
    }

    [Test]
    public void HasNoTestDataWhereThatIsSaid()
    {
        using var database = Database.At<FirstPets>(testData: false).MigrateToLatest();

        Assert.That(database.Read(AnimalTable.Table).Select(animal => animal.Id), Is.EqualTo(new[] { "house-cat" }));
    }

    [Test]
    public void IsMigratedUpAndBack()
    {
        using var database = Database.At<FirstPets>();

        database.MigrateTo<Animals>();
        Assert.That(database.LastReport!.Results.Select(result => result.Id.Text), Is.EqualTo(new[] { "20240201_Animals" }));
        database.AssertHas(AnimalTable.Table, Rex).AssertCount(AnimalTable.Table, 3).AssertNone(PetTable.Table, "rex");

        database.MigrateTo<FirstPets>();
        Assert.That(database.LastReport!.Reverted.Select(result => result.Id.Text), Is.EqualTo(new[] { "20240201_Animals" }));
        database.AssertHas(PetTable.Table, new Pet("rex", "Rex", 3, new("red"), ["Rexy"]));
    }

    [Test]
    public void IsFilledBeforeItIsMigrated()
    {
        using var database = Database.At<FirstPets>()
            .Insert(PetTable.Table, new Pet("zoe", "Zoë"), new Pet("ada", "Ada"))
            .Put("undeclared", new StoredDocument(1L, new Dictionary<string, object?> { ["any"] = 1m }))
            .MigrateToLatest();

        Assert.That(database.Find(AnimalTable.Table, "zoe"), Is.EqualTo(new Animal("zoe", "Zoë")));
        Assert.That(database.Find(AnimalTable.Table, "nobody"), Is.Null);
        Assert.That(database.Count(AnimalTable.Table), Is.EqualTo(5));
        Assert.That(database.Documents("undeclared").Single().Fields["any"], Is.EqualTo(1m));
        database.AssertUnchanged("undeclared");
    }

    [Test]
    public void IsOfItsOwn([Values] TestDatabasePlace place)
    {
        using var database = Database.At<FirstPets>(with: options => options.Place = place).Insert(PetTable.Table, new Pet("zoe", "Zoë"));
        using var other = Database.At<FirstPets>(with: options => options.Place = place);

        other.AssertNone(PetTable.Table, "zoe").AssertCount(PetTable.Table, 3);
        database.AssertCount(PetTable.Table, 4);
    }

    [Test]
    public void HasTheModulesThatItsOwnDependsOn()
    {
        using var database = Database.At<FirstVisits>();

        Assert.That(database.Read(VisitTable.Table).Select(visit => visit.PetId), Is.EqualTo(new[] { "house-cat", "rex", "tom" }));
        Assert.That(database.MigrateToLatest().LastReport!.Results.Select(result => result.Id.Module), Is.EqualTo(new[] { "Pets" }));
    }

    [Test]
    public void HasTheModulesThatItIsGiven()
    {
        using var database = Database.At<Animals>(with: options => options.Modules.Add(new VisitsModule()));

        Assert.That(database.Tables, Is.EqualTo(new[] { "animals", "visits" }));
    }

    [Test]
    public void PassesTheFailureOfARunOnAsItIs()
    {
        using var database = Database.At<FirstPets>().Put("pets", new StoredDocument("odd", new Dictionary<string, object?> { ["name"] = "a" }), new StoredDocument("odder", new Dictionary<string, object?> { ["years"] = 1, ["age"] = 2 }));

        var failed = Assert.Throws<MigrationException>(() => database.MigrateToLatest());

        Assert.That(failed!.Message, Does.StartWith("TM4003: ").And.Contains("_id \"odder\""));
        database.AssertCount(PetTable.Table, 5);
        Assert.That(database.LastReport, Is.Null);
    }
}
