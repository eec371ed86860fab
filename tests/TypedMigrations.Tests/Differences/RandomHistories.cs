using CsCheck;
using TypedMigrations.Tests.Building;

namespace TypedMigrations.Tests.Differences;

public sealed class RandomHistories
{
    private static readonly Gen<int> Seeds = Gen.Int[0, int.MaxValue];

    [Test]
    public void ThatAreAccountedForHaveNoProblem() => Seeds.Sample(
        seed => Assert.That(RandomHistory.Of(seed).Account().Text, Is.Empty), iter: 2000);

    [Test]
    public void MissAnyOneStep() => Seeds.Sample(
        seed =>
        {
            var history = RandomHistory.Of(seed);
            foreach (var removed in history.Steps)
                Assert.That(history.Account([.. history.Steps.Where(step => !ReferenceEquals(step, removed))]).Problems, Is.Not.Empty, removed.Words);
        },
        iter: 500);

    [Test]
    public void RefuseAnyStepThatIsThereTwice() => Seeds.Sample(
        seed =>
        {
            var history = RandomHistory.Of(seed);
            foreach (var step in history.Steps)
                Assert.That(history.Account([.. history.Steps, step]).Problems, Is.Not.Empty, step.Words);
        },
        iter: 500);

    [Test]
    public void GiveTheSameWorkInAnyOrderOfSteps() => Seeds.Sample(
        seed =>
        {
            var history = RandomHistory.Of(seed);
            var shuffled = history.Account(history.Shuffled());

            Assert.That(shuffled.Text, Is.Empty);
            Assert.That(Lines(shuffled), Is.EqualTo(Lines(history.Account())));
        },
        iter: 1000);

    [Test]
    public void GiveEveryExplicitStepItsPlaceInTheWork() => Seeds.Sample(
        seed =>
        {
            var history = RandomHistory.Of(seed);
            var work = history.Account().Work;
            var placed = work.Tables.SelectMany(table => table.Changes.Fields).Select(change => change.Step).ToHashSet(ReferenceEqualityComparer.Instance);

            Assert.That(history.Steps.Where(step => step is not (TypedMigrations.Planning.DropTable or TypedMigrations.Planning.RenameTable)), Is.All.Matches<object>(placed.Contains));
        },
        iter: 1000);

    [Test]
    public void HaveSteps()
    {
        // A generator that made no changes would prove nothing.
        var kinds = Enumerable.Range(0, 200).SelectMany(seed => RandomHistory.Of(seed).Steps).Select(step => step.GetType().Name).Distinct();

        Assert.That(kinds, Is.SupersetOf(new[] { "DropTable", "RenameTable", "DropField", "RenameField", "ConvertFields", "FillField" }));
    }

    private static IEnumerable<string> Lines(Difference difference) => difference.Work.Tables
        .SelectMany(table => table.Changes.Fields.Select(change => $"{table.Before?.Name} {table.After?.Name} {change.Scope} {change.Step.Words}").Append($"{table.Before?.Name} {table.After?.Name}"))
        .Order(StringComparer.Ordinal);
}
