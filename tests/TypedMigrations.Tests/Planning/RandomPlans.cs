using CsCheck;
using TypedMigrations.Planning;
using TypedMigrations.Tests.Building;

namespace TypedMigrations.Tests.Planning;

public sealed class RandomPlans
{
    /// <summary>Migrations of three modules, many with the same stamps, and for each whether it is applied.</summary>
    private static readonly Gen<(string Id, bool Applied)[]> Histories =
        Gen.Select(Gen.Int[0, 2], Gen.Int[1, 28], Gen.Bool, (module, day, applied) => (Id: $"{"ABC"[module]}/202010{day:00}_X", applied))
            .Array[0, 20]
            .Select(all => all.DistinctBy(one => one.Id).ToArray());

    private static MigrationPlan Plan((string Id, bool Applied)[] history, PlanRequest? request = null) =>
        Code.Plan(Code.Of(history.Select(one => one.Id)), Code.Database(history.Where(one => one.Applied).Select(one => one.Id)) with { HasTables = false }, request);

    private static bool IsPrefixInEveryModule((string Id, bool Applied)[] history) => history
        .GroupBy(one => one.Id[0])
        .All(module => module.OrderBy(one => one.Id, StringComparer.Ordinal).SkipWhile(one => one.Applied).All(one => !one.Applied));

    [Test]
    [Behavior(37)]
    public void HaveNoProblemExactlyWhenTheJournalIsAPrefixOfEveryModule() =>
        Histories.Sample(history => Plan(history).HasProblems != IsPrefixInEveryModule(history), iter: 2000);

    [Test]
    [Behavior(36)]
    public void HaveAppliedAndPendingMigrationsThatMakeUpAllOfThem() => Histories.Sample(
        history =>
        {
            var plan = Plan(history, new PlanRequest { AllowOutOfOrder = true });

            Assert.That(plan.Problems, Is.Empty);
            Assert.That(plan.Pending(), Is.EquivalentTo(history.Where(one => !one.Applied).Select(one => one.Id)));
            Assert.That(plan.IsUpToDate, Is.EqualTo(history.All(one => one.Applied)));
        },
        iter: 2000);

    [Test]
    [Behavior(41)]
    public void HavePendingMigrationsInOrderWhateverTheOrderOfTheSource() => Histories.Sample(
        history =>
        {
            var plan = Plan(history, new PlanRequest { AllowOutOfOrder = true });
            var reversed = Plan([.. history.Reverse()], new PlanRequest { AllowOutOfOrder = true });

            Assert.That(plan.Pending.Select(pending => pending.Id), Is.Ordered.Ascending);
            Assert.That(reversed.Pending(), Is.EqualTo(plan.Pending()));
            Assert.That(reversed.Fingerprint, Is.EqualTo(plan.Fingerprint));
        },
        iter: 1000);

    [Test]
    public void NameEveryOffenderExactlyOnce() => Histories.Sample(
        history =>
        {
            var offenders = history.Where(one => !one.Applied && history.Any(other => other.Applied && other.Id[0] == one.Id[0] && string.CompareOrdinal(other.Id, one.Id) > 0));

            Assert.That(Plan(history).Problems, Has.Count.EqualTo(offenders.Count()));
        },
        iter: 1000);

    [Test]
    [Behavior(58)]
    public void StepByStepTheyApplyTheSameInTheSameOrder() => Histories.Sample(
        history =>
        {
            string[] all = [.. history.Select(one => one.Id)];
            List<string> applied = [];
            while (Code.Plan(Code.Of(all), Code.Database(applied) with { HasTables = false }, new PlanRequest { StepLimit = 1 }) is { IsUpToDate: false } plan)
            {
                Assert.That((plan.Problems.Count, plan.Pending.Count), Is.EqualTo((0, 1)));
                applied.Add(plan.Pending().Single());
            }

            Assert.That(applied, Is.EqualTo(Code.Of(all).Migrations.Select(migration => $"{migration.Id.Module}/{migration.Id.Text}")));
        },
        iter: 200);
}
