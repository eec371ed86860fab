using TypedMigrations.Schemas;
using TypedMigrations.StoreContract.Modules.Adopted;

namespace TypedMigrations.StoreContract;

public abstract class SchemaIsRead<THarness> : StoreTest<THarness>
    where THarness : StoreHarness, new()
{
    [Test]
    public async Task OfADatabaseWithoutAJournal()
    {
        Put("accounts",
            "{'_id': 'a', 'age': 1, 'home': {'city': 'U'}, 'phones': [{'number': '1'}, {'number': 2}], 'matrix': [[1], ['x', 2]]}",
            "{'_id': 'b', 'age': {'$long': 1}, 'home': {'city': null, 'zip': {'$decimal': '1.5'}}, 'phones': []}",
            "{'_id': 'c', 'age': null, 'at': {'$date': '2024-01-01T00:00:00Z'}, 'token': {'$guid': '00000000-0000-0000-0000-000000000001'}, 'data': {'$bytes': 'AQI='}}");
        Database.PutIndex("accounts", "idx_city", "home.city", isUnique: false);
        var before = Database.Snapshot();

        var report = await ReadSchema(new AdoptedModule());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.Real.ToString(), Is.EqualTo("""
                table accounts  # 3 documents
                  key string  # 3 of 3: string 3
                  field age int or long optional  # 3 of 3: int 1, long 1, null 1
                  field at datetime optional  # 1 of 3: datetime 1, missing 2
                  field data bytes optional  # 1 of 3: bytes 1, missing 2
                  field home record optional  # 2 of 3: record 2, missing 1
                    field city string optional  # 2 of 3: string 1, null 1
                    field zip decimal optional  # 1 of 3: decimal 1, missing 1
                  field matrix list of list of (int or string) optional  # 1 of 3: list 1 [list 2 in 1 [int 2 in 1, string 1]], missing 2
                  field phones list of record optional  # 2 of 3: list 2 [record 2 in 1], missing 1
                    field number int or string  # 1 of 3: int 1, string 1
                  field token guid optional  # 1 of 3: guid 1, missing 2
                  index idx_city on home.city
                """.ReplaceLineEndings("\n")));
            Assert.That(report.Declared.Tables, Is.Empty);
            Assert.That(report.Difference.Deviations.Select(deviation => deviation.Kind), Is.EqualTo(new[] { DeviationKind.UndeclaredTable }));
            Assert.That(Database.Snapshot(), Is.EqualTo(before));
        }
    }

    [Test]
    public async Task BesideTheConstantsOfTheNewestAppliedMigration()
    {
        await RunTo(new AdoptedModule(), "20240101");
        Put("accounts", "{'_id': 'a', 'email': 'e', 'size': 'big', 'mail': 'e'}", "{'_id': 'b', 'size': 1}");
        Put("foreign", "{'_id': 1}");

        var report = await ReadSchema(new AdoptedModule());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.Migrations.Select(id => id.Name), Is.EqualTo(new[] { "FirstTables" }));
            Assert.That(report.Problems, Is.Empty);
            Assert.That(report.Difference.ToString(), Is.EqualTo("""
                misfits
                  accounts.size: string instead of int in 1 document, such as _id "a"
                odd, but kept
                  accounts.email: missing or null, though required, in 1 document, such as _id "b"
                undeclared
                  accounts.mail: string in 1 document
                  table foreign: 1 document
                """.ReplaceLineEndings("\n")));
        }
    }

    [Test]
    public async Task AndAfterARunNothingDiffers()
    {
        await Run(new AdoptedModule());

        var report = await ReadSchema(new AdoptedModule());

        Assert.That(report.Difference.IsEmpty, Is.True, report.Difference.ToString());
        Assert.That(report.Real.Tables.Where(table => table.Kind == RealTableKind.Documents).Select(table => table.Name), Is.EqualTo(new[] { "accounts", "orders" }));
    }

    [Test]
    public async Task AndNoDatabaseIsMade()
    {
        var report = await ReadSchema(new AdoptedModule());

        Assert.That(report.Real.Tables, Is.Empty);
        Assert.That(State().Exists, Is.False);
    }
}
