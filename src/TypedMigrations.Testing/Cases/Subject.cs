using TypedMigrations.Discovering;
using TypedMigrations.Storing;
using TypedMigrations.Testing.Keeping;
using TypedMigrations.Testing.Migrating;

namespace TypedMigrations.Testing.Cases;

/// <summary>The migration that a test is of, with the databases before and after it.</summary>
internal sealed class Subject(History history, CatalogedMigration migration, MigrationTestOptions options)
{
    private readonly int _index = history.IndexOf(migration);

    public CatalogedMigration Migration => migration;

    public MigrationDefinition Definition => migration.Definition;

    public MigrationTestOptions Options => options;

    public History History => history;

    /// <summary>Whether it is the first of all, so that there is no database before it.</summary>
    public bool IsFirst => _index == 0;

    public Exceptions Exceptions => options.ExceptionsOf(migration.Definition);

    /// <summary>Where its <c>Down</c> leads.</summary>
    public MigrationGoal Back => history.Catalog.Migrations.Take(_index).LastOrDefault(other => other.Id.Module == migration.Id.Module) is { } before
        ? Runs.GoalOf(before.Id)
        : Runs.BeforeTheFirst(migration.Id.Module);

    /// <summary>A database as it is before the migration, for the test to change and dispose.</summary>
    public ITestDatabase DatabaseBefore(TestDatabasePlace place, bool testData = true) => Databases(testData).CopyAt(_index - 1, place);

    /// <summary>A database as it is after the migration, for the test to change and dispose.</summary>
    public ITestDatabase DatabaseAfter(TestDatabasePlace place) => Databases(testData: true).CopyAt(_index, place);

    /// <summary>What the migration did to the test data.</summary>
    public MigrationResult Result => Databases(testData: true).ResultOf(_index);

    /// <summary>Puts undeclared content into a database before the migration. Before the first one there is none to put it in.</summary>
    public void Plant(ITestDatabase database)
    {
        if (!IsFirst)
            Planting.Plant(database, history.DeclaredAt(_index - 1));
    }

    /// <summary>Applies the migration, without its test data: as production does.</summary>
    public MigrationReport Apply(ITestDatabase database) => Runs.To(history, database, migration.Id, testData: false);

    private BaseDatabases Databases(bool testData) => BaseDatabases.Of(options.Store ?? StoreOfTests.Default, history, testData);
}
