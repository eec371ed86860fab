using TypedMigrations.Planning;
using TypedMigrations.Schemas;
using TypedMigrations.Tests.Building;

namespace TypedMigrations.Tests.Planning;

/// <summary>A database without a journal has what some migration of a module declares.</summary>
public sealed class DatabaseFitsAMigration
{
    private static readonly RealCount All = new(3, 3);

    private static RealField Real(string name) => new() { Name = name, Path = name, Found = All, Types = [new RealType("string", All)], Fields = [] };

    private static RealTable Real(string name, params string[] fields) => new() { Name = name, Documents = 3, Fields = [.. fields.Select(Real)] };

    private static IEnumerable<RealTable> Real(bool declaresIndex)
    {
        var index = new RealIndex("by_name", "$.name", IsUnique: false, IsMultikey: false) { FieldPath = "name" };
        yield return new RealTable { Name = "Users", Documents = 3, Fields = [.. new[] { "_id", "name", "city", "own" }.Select(Real)], Indexes = [index], DeclaredIndexes = declaresIndex ? [index] : [] };
        yield return Real("notes", "_id");
        yield return Real("foreign", "_id");
    }

    private static BaselineVersion Version(string id, params Table[] tables) => new(MigrationId.TryParse(id, "Accounts")!, Constants.Schema(tables).Tables);

    private static (Table<Two<string?, string?>> Table, Field<Two<string?, string?>, string?> Name) WithCity()
    {
        var table = new Table<Two<string?, string?>>("users");
        table.Key(t => t.Id);
        table.Optional("city", t => t.Second);
        return (table, table.Optional("name", t => t.First));
    }

    private static ModuleBaseline Find()
    {
        var (first, second, third, notes) = (new Table<One<string?>>("users"), WithCity(), WithCity(), new Table<None>("notes"));
        first.Key(t => t.Id);
        first.Optional("name", t => t.First);
        third.Table.Index("by_name", third.Name);
        notes.Key(t => t.Id);
        var versions = new[] { Version("20201006_First", first), Version("20201010_Second", second.Table), Version("20201022_Third", third.Table, notes) };
        return BaselineFit.Find("Accounts", versions, [.. versions.Select(version => new RealSchema(Real(declaresIndex: version == versions[2])))]);
    }

    private static string Text(ModuleBaseline baseline) =>
        string.Join('\n', baseline.Candidates.SelectMany(candidate => candidate.Evidence.Select(evidence => $"{candidate.Name}: {evidence.Kind}: {evidence.Text}").Prepend(candidate.Name)));

    [Test]
    public void AndWhatIsThereIsOfThoseThatDeclareIt()
    {
        var baseline = Find();

        Assert.That(baseline.Tables, Is.EqualTo(["notes", "users"]));
        Assert.That(Text(baseline), Is.EqualTo(
            """
            0
            0: Foreign: table Users: 3 documents, which 20201006_First, 20201010_Second, 20201022_Third declare
            0: Foreign: table notes: 3 documents, which 20201022_Third declares
            20201006_First
            20201006_First: Foreign: table notes: 3 documents, which 20201022_Third declares
            20201006_First: Foreign: users.city: string in 3 documents, which 20201010_Second, 20201022_Third declare
            20201006_First: Foreign: users: index by_name on name, which 20201022_Third declares
            20201010_Second
            20201010_Second: Foreign: table notes: 3 documents, which 20201022_Third declares
            20201010_Second: Foreign: users: index by_name on name, which 20201022_Third declares
            20201022_Third
            """));
    }
}
