using LiteDB;
using TypedMigrations.LiteDb.Testing;
using TypedMigrations.StoreContract;
using TypedMigrations.Storing;

namespace TypedMigrations.LiteDb.Tests.Contract;

[TestFixture(TestDatabasePlace.Disk)]
[TestFixture(TestDatabasePlace.Memory)]
public sealed class LiteDbMakesTestDatabases(TestDatabasePlace place) : TestDatabasesAreMade<LiteDbTestDatabases>(place)
{
    private readonly TestDatabasePlace _place = place;

    [Test]
    public void KeepLiteDbsOwnTypes()
    {
        var id = ObjectId.NewObjectId();
        using var database = new LiteDbTestDatabases().Create(_place);

        database.Put("things", [new StoredDocument(id, new Dictionary<string, object?> { ["least"] = BsonValue.MinValue, ["id"] = id })]);

        var stored = database.Documents("things").Single();
        Assert.That((stored.Key, stored.Fields["id"], stored.Fields["least"]), Is.EqualTo(((object)id, (object?)id, (object?)BsonValue.MinValue)));
    }

    [Test]
    public void HaveThePasswordAndCollationThatTheyAreToldOf()
    {
        using var database = new LiteDbTestDatabases("Password=secret;Collation=en-US/None").Create(_place);
        database.Put("things", [new StoredDocument("a", new Dictionary<string, object?>())]);

        using var copy = database.Copy(TestDatabasePlace.Disk);
        copy.Put("things", [new StoredDocument("A", new Dictionary<string, object?>())]);

        Assert.That(copy.Documents("things").Select(document => document.Key), Is.EqualTo(new[] { "A", "a" }).Or.EqualTo(new[] { "a", "A" }));
    }

    [Test]
    public void LeaveNothingBehind()
    {
        var database = (LiteDbTestDatabase)new LiteDbTestDatabases().Create(_place);
        database.Put("things", [new StoredDocument("a", new Dictionary<string, object?>())]);
        Assert.That(Directory.Exists(database.Folder), Is.EqualTo(_place == TestDatabasePlace.Disk));

        database.Dispose();

        Assert.That(Directory.Exists(database.Folder), Is.False);
    }
}
