using TypedMigrations.Discovering;
using TypedMigrations.Planning;
using TypedMigrations.Schemas;
using TypedMigrations.Storing;

namespace TypedMigrations.Running;

/// <summary>Migrates a database that holds nothing, through the same rooms as any run.</summary>
internal static class FreshMigration
{
    /// <returns>The tables that are declared then, each with its module.</returns>
    /// <exception cref="MigrationException">The run was refused or failed, as it would be anywhere.</exception>
    public static IReadOnlyList<(string Module, TableSchema Schema)> Run(MigrationCatalog catalog, ITestDatabase database, PlanRequest request, CancellationToken cancellation)
    {
        using var session = database.Store.Open(SessionOptions.WithoutWaiting, cancellation);
        var plan = ApprovedPlan.Automatically(Planner.Plan(catalog, session.State, request, database.Store.Check));
        if (plan.Plan.IsUpToDate)
            return [];

        var options = new MigrationOptions { TestData = request.TestData };
        var run = new RunContext(database.Store, options, TimeProvider.System, Observer: null, IsRehearsal: false, Started: 0, cancellation);
        using var migrated = MigratedCopy.Make(plan, session, run);
        migrated.Verify().SwapIn(run);
        return [.. from migration in plan.Plan.Pending group migration by migration.Id.Module into module from table in module.Last().Work.Definition.After.Tables select (module.Key, table)];
    }
}
