using TypedMigrations.Planning;

namespace TypedMigrations.Running;

/// <summary>A plan that may run: nothing stands in its way, and the gate let it through.</summary>
internal sealed class ApprovedPlan
{
    private ApprovedPlan(MigrationPlan plan) => Plan = plan;

    public MigrationPlan Plan { get; }

    /// <summary>Lets a plan through in automatic mode, unless something stands in its way.</summary>
    /// <exception cref="MigrationException">All problems of the plan at once.</exception>
    public static ApprovedPlan Automatically(MigrationPlan plan) =>
        plan.HasProblems ? throw new MigrationException(plan.Problems) : new ApprovedPlan(plan);
}
