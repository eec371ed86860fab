using TypedMigrations.Discovering;
using TypedMigrations.Schemas;
using TypedMigrations.Storing;
using TypedMigrations.StoreContract.Modules.History;
using TypedMigrations.StoreContract.Modules.Squashed.After;
using TypedMigrations.StoreContract.Modules.Squashed.Before;
using FirstShops = TypedMigrations.StoreContract.Modules.History.M20240101_FirstShops;
using Second = TypedMigrations.StoreContract.Modules.Squashed.Before.M20240102_Second;

namespace TypedMigrations.StoreContract;

/// <summary>The databases that a store makes for tests.</summary>
[Parallelizable(ParallelScope.Self)]
public abstract class TestDatabasesAreMade<TDatabases>(TestDatabasePlace place)
    where TDatabases : ITestDatabases, new()
{
    private static readonly IReadOnlyDictionary<string, object?> EveryKind = new Dictionary<string, object?>
    {
        ["text"] = "é  ", ["empty"] = "", ["yes"] = true, ["int"] = 1, ["long"] = 1L, ["double"] = 1.0, ["decimal"] = 1.50m, ["null"] = null,
        ["guid"] = new Guid("00112233-4455-6677-8899-aabbccddeeff"), ["bytes"] = new byte[] { 1, 2 }, ["time"] = new DateTime(2024, 6, 1, 12, 30, 15, 250, DateTimeKind.Utc),
        ["list"] = new List<object?> { 1, 1L, null, new List<object?>(), new Dictionary<string, object?> { ["deep"] = 1m } },
        ["map"] = new Dictionary<string, object?> { ["with.dot"] = null, ["$dollar"] = new Dictionary<string, object?>() },
    };

    private ITestDatabase _database = null!;

    [SetUp]
    public void Create() => _database = new TDatabases().Create(place);

    [TearDown]
    public void Remove() => _database.Dispose();

    [Test]
    public void AreEmptyAtFirst()
    {
        Assert.That(_database.Tables, Is.Empty);
        Assert.That(_database.Documents("shops"), Is.Empty);
        using var session = _database.Store.Open(new SessionOptions(TimeSpan.Zero, (_, _) => { }), CancellationToken.None);
        Assert.That(session.State.Exists, Is.False);
    }

    [Test]
    public void AreClearedTableByTable()
    {
        _database.Put("things", [new StoredDocument("a", EveryKind)]);
        _database.Put("others", [new StoredDocument("b", EveryKind)]);

        _database.Clear("things");
        _database.Clear("nothing");

        Assert.That(_database.Documents("things"), Is.Empty);
        Assert.That(_database.Documents("others"), Has.Count.EqualTo(1));
        Assert.That(_database.Tables, Is.EqualTo(new[] { "others", "things" }));
    }

    [Test]
    public void KeepEveryValueWithItsType()
    {
        _database.Put("things", [new StoredDocument("a", EveryKind)]);

        var stored = _database.Documents("things").Single();
        Assert.That(stored.Key, Is.EqualTo("a"));
        Assert.That(TypedText(stored.Fields), Is.EqualTo(TypedText(EveryKind)));
    }

    [TestCase(1)]
    [TestCase(1L)]
    [TestCase("1")]
    public void KeepTheTypeOfAKey(object key)
    {
        _database.Put("things", [new StoredDocument(key, new Dictionary<string, object?>())]);

        Assert.That(_database.Documents("things").Single().Key, Is.EqualTo(key).And.TypeOf(key.GetType()));
    }

    [Test]
    public void ReplaceADocumentWhole()
    {
        _database.Put("things", [new StoredDocument("a", EveryKind), new StoredDocument("b", EveryKind)]);

        _database.Put("things", [new StoredDocument("b", new Dictionary<string, object?> { ["only"] = "this" })]);

        Assert.That(_database.Documents("things").Select(document => (document.Key, document.Fields.Count)), Is.EqualTo(new[] { ((object)"a", EveryKind.Count), ("b", 1) }));
    }

    [Test]
    public void RefuseAValueThatTheyCannotHold()
    {
        var document = new StoredDocument("a", new Dictionary<string, object?> { ["odd"] = new Version(1, 0) });

        Assert.That(() => _database.Put("things", [document]), Throws.ArgumentException);
        Assert.That(_database.Tables, Is.Empty);
    }

    [Test]
    public async Task AreMigratedReadAndChangedInTurns()
    {
        await Migrate(_database, "20240101");
        _database.Insert(TableOf("20240101_FirstShops"), [new FirstShops.Shop("b", "two"), new FirstShops.Shop("a", "one")]);
        Assert.That(_database.Read(TableOf("20240101_FirstShops")), Is.EqualTo(new[] { new FirstShops.Shop("a", "one"), new FirstShops.Shop("b", "two") }));

        await Migrate(_database, "20240102");

        Assert.That(_database.Tables, Is.EqualTo(new[] { "shops" }));
        Assert.That(_database.Documents("shops").Select(document => document.Key), Is.EqualTo(new[] { "a", "b" }));
    }

    [Test]
    public async Task RefuseARecordWhoseKeyIsTaken()
    {
        await Migrate(_database, "20240101");
        _database.Insert(TableOf("20240101_FirstShops"), [new FirstShops.Shop("a", "one")]);

        var refused = Assert.Throws<MigrationException>(() => _database.Insert(TableOf("20240101_FirstShops"), [new FirstShops.Shop("a", "two")]));

        Assert.That(refused!.Code, Is.EqualTo(ErrorCode.KeyTaken));
    }

    [Test]
    public void SayWhichDocumentDoesNotRead()
    {
        _database.Put("shops", [new StoredDocument("a", new Dictionary<string, object?> { ["name"] = new List<object?>() })]);

        var refused = Assert.Throws<MigrationException>(() => _database.Read(TableOf("20240101_FirstShops")));

        Assert.That(refused!.Message, Does.StartWith("TM4002: A document of table shops does not read as ").And.Contains("\"a\"").And.Contains("field name"));
    }

    [Test]
    public async Task AreCopiedWithTheirJournal([Values] TestDatabasePlace to)
    {
        await Migrate(_database, "20240101");
        _database.Put("undeclared", [new StoredDocument(1, EveryKind)]);

        using var copy = _database.Copy(to);
        _database.Put("undeclared", [new StoredDocument(2, EveryKind)]);

        Assert.That(copy.Documents("undeclared").Select(document => TypedText(document.Fields)), Is.EqualTo(new[] { TypedText(EveryKind) }));
        Assert.That((await Migrate(copy, "20240102")).Results.Select(result => result.Id.Text), Is.EqualTo(new[] { "20240102_Cities" }));
        Assert.That((await Migrate(_database, "20240101")).WasUpToDate, Is.True);
    }

    [TestCase(false, new[] { "guest", "root" }, new[] { "about:guest", "about:root" })]
    [TestCase(true, new[] { "guest", "root", "tess" }, new[] { "about:guest", "about:root", "about:tess", "t" })]
    public async Task TellWhatANewDatabaseHolds(bool testData, string[] people, string[] notes)
    {
        var made = await NewDatabase.MakeAsync([new BeforeModule()], new TDatabases(), testData: testData);

        Assert.That(made.Tables.Select(table => $"{table.Module} {table.Schema.Name}"), Is.EqualTo(new[] { "People notes", "People people" }));
        Assert.That(made.Tables[0].Documents.Select(document => document.Key), Is.EqualTo(notes));
        Assert.That(made.Tables[1].Documents.Select(document => document.Key), Is.EqualTo(people));
        Assert.That(made.Tables[1].Records.Cast<Second.Person>().Select(person => (person.Id, person.Since)), Is.EqualTo(people.Select(id => (id, new DateTime(2020, 10, 25, 0, 30, 0, DateTimeKind.Utc)))));
    }

    [Test]
    public async Task TellWhatANewDatabaseHeldAfterAnOldMigration()
    {
        var made = await NewDatabase.MakeAsync([new BeforeModule()], new TDatabases(), MigrationGoal.To("20240101"));

        Assert.That(made.Tables.Single().Documents.Select(document => $"{document.Key} {document.Fields["name"]}"), Is.EqualTo(new[] { "guest Guest", "root Root" }));
    }

    [Test]
    public async Task TellWhatASquashHas()
    {
        var before = await NewDatabase.MakeAsync([new BeforeModule()], new TDatabases());
        var after = await NewDatabase.MakeAsync([new AfterModule()], new TDatabases(), MigrationGoal.To("20240102"));

        Assert.That(after.Tables.Select(Text), Is.EqualTo(before.Tables.Select(Text)));

        static string Text(NewTable table) => $"{table.Schema.Name}: {string.Join(", ", table.Documents.Select(document => $"{document.Key} {TypedText(document.Fields)}"))}";
    }

    [Test]
    public void AreNamedByTheirPackage() => Assert.That(TestDatabases.TryFind(typeof(TDatabases).Assembly), Is.TypeOf<TDatabases>());

    private static Task<MigrationReport> Migrate(ITestDatabase database, string target) => new Migrator([new HistoryModule()], database.Store).MigrateToAsync(target);

    private static TableSchema TableOf(string migration) => MigrationCatalog.Discover([new HistoryModule()]).TryFind(migration)!.Definition.After.Tables.Single();

    private static string TypedText(object? value) => value switch
    {
        null => "null",
        string text => $"'{text}'",
        byte[] bytes => $"bytes {Convert.ToHexString(bytes)}",
        DateTime time => $"{time:O}",
        IReadOnlyDictionary<string, object?> document => "{" + string.Join(", ", document.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => $"{field.Key}: {TypedText(field.Value)}")) + "}",
        IReadOnlyList<object?> list => "[" + string.Join(", ", list.Select(TypedText)) + "]",
        _ => $"{value.GetType().Name} {value}",
    };
}
