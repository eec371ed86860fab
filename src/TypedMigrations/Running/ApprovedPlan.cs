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

    /// <summary>Lets a plan through that somebody has seen and approved, and no other.</summary>
    /// <param name="plan">The plan as it is now, under the lock.</param>
    /// <param name="approved">The fingerprint of the plan that was approved; null to let any through.</param>
    /// <exception cref="MigrationException">All problems of the plan at once. TM1207: it is another one.</exception>
    public static ApprovedPlan By(string? approved, MigrationPlan plan)
    {
        var runnable = Automatically(plan);
        return approved is null || approved == plan.Fingerprint ? runnable : throw new MigrationException(new Problem(
            ErrorCode.PlanNotApproved, "The plan is not the one that was approved: the program or the database has changed since.",
            "Look at the plan as it is now, and approve that one.", ("approved", approved), ("now", plan.Fingerprint)));
    }
}
