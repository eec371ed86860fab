using TypedMigrations.Discovering;
using TypedMigrations.LiteDb;
using TypedMigrations.Storing;
using TypedMigrations.Testing.Keeping;
using TypedMigrations.Testing.Tests.Modules.Pets;
using Fields = System.Collections.Generic.Dictionary<string, object?>;

namespace TypedMigrations.Testing.Tests.Cases;

/// <summary>What a store might do wrong: documents before and after are compared that no store has made of each other.</summary>
public sealed class DocumentsAreCompared
{
    private static readonly MigrationDefinition Migration = MigrationCatalog.Discover([new PetsModule()]).TryFind("Animals")!.Definition;

    [Test]
    public void NothingIsFoundWhereOnlyNamesChanged() => Assert.That(Found(fields => fields), Is.Empty);

    [Test]
    public void AFieldThatWasMissingIsNull() => AssertFound(fields => With(fields, "nicknames", null), "pets \"rex\": field nicknames was missing, is null");

    [Test]
    public void AnIntIsALong() => AssertFound(fields => With(fields, "years", 3L), "pets \"rex\": field age was 3 (int), is 3 (long)");

    [Test]
    public void ANestedFieldThatNobodyDeclaresIsLost() => AssertFound(
        fields => With(fields, "collar", new Fields { ["color"] = "red" }), "pets \"rex\": field collar.not_declared_in_collar was {blank: \"  \", exact: 0.10, large: 1, lis… (122 letters), is missing");

    [Test]
    public void APartOfWhatNobodyDeclaresChanges() => AssertFound(
        fields => With(fields, "not_declared", With((IReadOnlyDictionary<string, object?>)fields["not_declared"]!, "exact", 0.1m)), "pets \"rex\": field not_declared.exact was 0.10, is 0.1");

    [Test]
    public void ATableThatNobodyDeclaresChanges() => Assert.That(
        Found(fields => fields, after => after.Put("not_declared_things", [new StoredDocument(1, new Fields())])),
        Has.One.StartsWith("not_declared_things 1: field not_declared was ").And.One.EndsWith(", is missing"));

    [Test]
    public void ADocumentIsThereTwice() => Assert.That(
        Found(fields => fields, after => after.Put("animals", [after.Documents("animals").Single() with { Key = "rex2" }])),
        Is.EqualTo(new[] { "pets \"rex\": is there more than once: animals \"rex\", animals \"rex2\"" }));

    [Test]
    public void ADocumentAppears() => Assert.That(
        Found(fields => fields, after => after.Put("animals", [new StoredDocument("new", new Fields { ["name"] = "New" })])),
        Is.EqualTo(new[] { "animals \"new\": was not there before, and no step inserts into the table" }));

    private static void AssertFound(Func<IReadOnlyDictionary<string, object?>, Fields> change, string fault) => Assert.That(Found(change), Is.EqualTo(new[] { fault }));

    /// <summary>The faults found where a store renames table and field, and does something else as well.</summary>
    private static IReadOnlyList<string> Found(Func<Fields, IReadOnlyDictionary<string, object?>> change, Action<ITestDatabase>? more = null)
    {
        using var before = new LiteDbTestDatabases().Create(TestDatabasePlace.Memory);
        before.Put("pets", [new StoredDocument("rex", new Fields { ["name"] = "Rex", ["age"] = 3, ["collar"] = new Fields { ["color"] = "red" } })]);
        Planting.Plant(before, Migration.Before.Tables.ToDictionary(table => table.Name));

        using var after = new LiteDbTestDatabases().Create(TestDatabasePlace.Memory);
        after.Put(Planting.Table, before.Documents(Planting.Table));
        after.Put("animals", before.Documents("pets").Select(document => document with { Fields = change(Renamed(document.Fields)) }));
        more?.Invoke(after);
        return [.. KeptCheck.Faults(Migration, new HashSet<string>(), Content.Read(before), Content.Read(after), new Exceptions([], []), isRandom: false).Select(fault => $"{fault.Place}: {fault.Words}")];
    }

    private static Fields Renamed(IReadOnlyDictionary<string, object?> fields) => new(fields.Select(field => KeyValuePair.Create(field.Key == "age" ? "years" : field.Key, field.Value)));

    private static Fields With(IReadOnlyDictionary<string, object?> fields, string name, object? value) => new(fields) { [name] = value };
}
