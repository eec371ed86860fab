using TypedMigrations.Storing;

namespace TypedMigrations.Testing.Migrating;

/// <summary>Runs migrations of tests, each to its end.</summary>
internal static class Runs
{
    /// <summary>Up or back to a migration.</summary>
    public static MigrationGoal GoalOf(MigrationId target) => MigrationGoal.To(target.Text, target.Module) with { AllowDataLoss = true };

    /// <summary>Back to before the first migration of a module.</summary>
    public static MigrationGoal BeforeTheFirst(string module) => MigrationGoal.To("0", module) with { AllowDataLoss = true };

    /// <summary>Brings a database to a migration, up or back.</summary>
    /// <exception cref="MigrationException">The run was refused or failed, as it would be anywhere.</exception>
    public static MigrationReport To(History history, ITestDatabase database, MigrationId target, bool testData) =>
        Run(history, database, GoalOf(target), testData);

    /// <summary>Brings a database to a goal.</summary>
    /// <exception cref="MigrationException">The run was refused or failed, as it would be anywhere.</exception>
    public static MigrationReport Run(History history, ITestDatabase database, MigrationGoal goal, bool testData) =>
        Migrator(history, database, testData).RunAsync(goal).GetAwaiter().GetResult();

    public static Migrator Migrator(History history, ITestDatabase database, bool testData) =>
        new(history.Modules, database.Store, new MigrationOptions { TestData = testData });
}
