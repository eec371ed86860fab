using TypedMigrations.Discovering;
using TypedMigrations.Schemas;
using TypedMigrations.Storing;
using TypedMigrations.Tests.Building;

namespace TypedMigrations.Tests.Planning;

public sealed class TwoModulesOwnOneTable
{
    private static CatalogedMigration Owning(string migration, string tableName) => Code.Migration(migration, load: cataloged =>
    {
        var table = new Table<None>(tableName);
        table.Key(t => t.Id);
        return new MigrationDefinition(cataloged.Id, Schema.Empty, Constants.Schema(table), [], [], _ => [], []);
    });

    [Test]
    public void IsAProblem() => Assert.That(
        Code.Plan(new MigrationCatalog([Owning("20201006_First", "accounts"), Owning("Disco/20201006_First", "Accounts")], []), DatabaseState.None).ProblemText(), Is.EqualTo(
            """
            TM1013: Table accounts is owned by modules Accounts and Disco.
            Rename the table in one of them: two modules never own the same table.
            """));
}
