using TypedMigrations.Discovering;
using TypedMigrations.Storing;
using TypedMigrations.Tests.Building;
using TypedMigrations.Tests.Modules.Reversible;

namespace TypedMigrations.Tests.Running;

/// <summary>The third migration of the module drops a field.</summary>
public sealed class PlanNeedsAWord
{
    private readonly RecordingStore _store = new(AtTheSecond());
    private readonly MigrationOptions _options = new();

    private Migrator Migrator => new([new ReversibleModule()], _store, _options);

    private static DatabaseState AtTheSecond() => Code.Database() with
    {
        Journal = [.. MigrationCatalog.Discover([new ReversibleModule()]).Migrations.Take(2).Select(migration => Code.Entry($"Reversible/{migration.Id.Text}", migration.Fingerprint))],
    };

    [Test]
    public async Task WhereItLosesDataAndThatIsNotAllowed()
    {
        _options.AllowDataLoss = false;

        await Assert.ThatAsync(() => Migrator.RunAsync(), Throws.TypeOf<MigrationException>());

        Assert.That(_store.Calls, Is.EqualTo(["open", "close"]));
    }

    [Test]
    [Behavior(72)]
    public async Task AndSaysWhichStepsLoseData()
    {
        _options.AllowDataLoss = false;

        var plan = await Migrator.PlanAsync();

        Assert.That(plan.ToString(), Is.EqualTo(
            """
            TM1206: Migration 20201024_Third of module Reversible loses data, which was not allowed.
              step  drop field orders.amount
            If that is meant, allow it: MigrationOptions.AllowDataLoss, or --allow-destructive on the command line. The backup of the database as it is now keeps the data.
            """.ReplaceLineEndings("\n")));
    }

    [Test]
    public async Task ButNotWhereNothingIsLost()
    {
        _options.AllowDataLoss = false;
        _options.StepLimit = 1;
        var allWasTakenBack = Code.Database() with { HasEmptyJournal = true };

        var plan = await new Migrator([new ReversibleModule()], new RecordingStore(allWasTakenBack), _options).PlanAsync();

        Assert.That((plan.ProblemText(), plan.Pending.Single().Id.Name), Is.EqualTo(("", "First")));
    }

    [Test]
    public async Task ButNotForANewDatabaseWhichHasNothingToLose()
    {
        _options.AllowDataLoss = false;

        var plan = await new Migrator([new ReversibleModule()], new RecordingStore(DatabaseState.None), _options).PlanAsync();

        Assert.That(plan.Problems.Select(problem => problem.Code), Has.None.EqualTo(ErrorCode.LosesData));
    }

    [Test]
    public async Task OrRunsAsItWasApproved()
    {
        var plan = await Migrator.PlanAsync();

        var report = await Migrator.RunAsync(goal: null, plan.Fingerprint);

        Assert.That(report.Results.Select(result => result.Id.Name), Is.EqualTo(["Third"]));
    }

    [Test]
    public async Task AndIsRefusedWhereItIsAnotherOneThanWasApproved()
    {
        var plan = await Migrator.PlanAsync();

        var refused = Assert.ThrowsAsync<MigrationException>(() => Migrator.RunAsync(goal: null, "v1:another"));

        Assert.That((await refused)!.Message, Is.EqualTo(
            $"""
            TM1207: The plan is not the one that was approved: the program or the database has changed since.
              approved  v1:another
              now       {plan.Fingerprint}
              database  shop.db was not changed.
            Look at the plan as it is now, and approve that one.
            """.ReplaceLineEndings("\n")));
        Assert.That(_store.Calls, Has.None.EqualTo("copy"));
    }
}
