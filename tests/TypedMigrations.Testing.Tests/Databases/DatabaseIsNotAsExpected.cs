using TypedMigrations.Storing;
using TypedMigrations.Testing.Tests.Modules.Pets.M20240101_Pets;
using TypedMigrations.Testing.Tests.Modules.Pets.M20240201_Animals;

namespace TypedMigrations.Testing.Tests.Databases;

/// <summary>The asserts name table, document and field.</summary>
public sealed class DatabaseIsNotAsExpected
{
    private Database _database = null!;

    [SetUp]
    public void Migrate() => _database = Database.At<FirstPets>().MigrateTo<Animals>();

    [TearDown]
    public void Remove() => _database.Dispose();

    [Test]
    public void HasAnotherNumberOfDocuments() => Fails(() => _database.AssertCount(AnimalTable.Table, 2), """
        Table animals has 3 documents instead of 2.
          database at  20240201_Animals of module Pets
        """);

    [Test]
    public void HasAnotherDocument() => Fails(
        () => _database.AssertHas(AnimalTable.Table, new Animal("rex", "Max", null, new("blue"), ["Rexy", "R"])), """
        Document "rex" of table animals is not as expected.
          database at         20240201_Animals of module Pets
          field name          expected "Max", found "Rex"
          field years         expected null, found 3
          field collar.color  expected "blue", found "red"
          field nicknames     expected ["Rexy", "R"], found ["Rexy"]
        """);

    [Test]
    public void LacksADocument() => Fails(() => _database.AssertHas(AnimalTable.Table, new Animal("max", "Max")), """
        Table animals has no document "max".
          database at    20240201_Animals of module Pets
          the table has  "house-cat", "rex", "tom"
        """);

    [Test]
    public void HasADocumentThatShouldNotBe() => Fails(() => _database.AssertNone(AnimalTable.Table, "tom"), """
        Table animals has a document "tom", though it should not.
          database at  20240201_Animals of module Pets
          document     {name: "Tom"}
        """);

    [Test]
    public void HasChangedSince()
    {
        _database.MigrateTo<FirstPets>();
        _database.Put("pets", Document("tom", ("name", 1L), ("map", new Dictionary<string, object?> { ["deep"] = new List<object?> { 1 } })), Document("new"));

        Fails(() => _database.AssertUnchanged("pets", "animals"), """
            Documents are not as they were before the last run.
              database at          20240101_Pets of module Pets
              pets "house-cat"     is new
              pets "new"           is new
              pets "rex"           is new
              pets "tom"           is new
              animals "house-cat"  is gone
              animals "rex"        is gone
              animals "tom"        is gone
            """);
    }

    [Test]
    public void HasChangedAtSomeDepth()
    {
        _database.Put("odd", Document("a", ("name", 1), ("map", new Dictionary<string, object?> { ["deep"] = new List<object?> { 1, null } })));
        _database.MigrateTo<FirstPets>();
        _database.Put("odd", Document("a", ("name", 1L), ("map", new Dictionary<string, object?> { ["deep"] = new List<object?> { "1", null }, ["more"] = null })));

        Fails(() => _database.AssertUnchanged("odd"), """
            Documents are not as they were before the last run.
              database at  20240101_Pets of module Pets
              odd "a"      name was 1 (int), is 1 (long)
              odd "a"      map.deep[0] was 1, is "1"
              odd "a"      map.more was missing, is null
            """);
    }

    [Test]
    public void IsAskedForAKeyOfAnotherType() => Assert.That(() => _database.Find(AnimalTable.Table, 1),
        Throws.ArgumentException.With.Message.StartsWith("The key of table animals is of type String, and 1 is of type Int32: no document could have it."));

    [Test]
    public void IsAskedForATableOfAnotherModule() => Assert.That(() => _database.Read(Modules.Visits.M20240115_Visits.VisitTable.Table),
        Throws.ArgumentException.With.Message.EqualTo("Table visits is declared by no migration of the modules Pets. Name a constant of one of their migrations, or add its module: with: options => options.Modules.Add(new …Module())."));

    [Test]
    public void IsAskedForAMigrationOfAnotherModule() => Assert.That(() => _database.MigrateTo<Modules.Visits.M20240115_Visits.FirstVisits>(),
        Throws.ArgumentException.With.Message.EqualTo("Migration TypedMigrations.Testing.Tests.Modules.Visits.M20240115_Visits.FirstVisits is of none of the modules Pets. Add its module: with: options => options.Modules.Add(new …Module())."));

    private static StoredDocument Document(string key, params (string Name, object? Value)[] fields) => new(key, fields.ToDictionary(field => field.Name, field => field.Value));

    private static void Fails(Action assert, string message) => Assert.That(Assert.Throws<MigrationAssertionException>(() => assert())!.Message, Is.EqualTo(message));
}
