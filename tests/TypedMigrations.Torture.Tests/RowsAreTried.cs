using TypedMigrations.Torture.Attempts;
using TypedMigrations.Torture.Rows;
using TypedMigrations.Torture.Running;

namespace TypedMigrations.Torture.Tests;

/// <summary>A few attempts of every row, always the same ones. <c>./build/torture.sh</c> goes on for an hour with others.</summary>
[Parallelizable(ParallelScope.Children)]
public sealed class RowsAreTried
{
    private const int Seed = 20201120;

    private static IEnumerable<TestCaseData<Row>> Rows => AllRows.Make().Select(row => new TestCaseData<Row>(row) { TestName = row.Name });

    [TestCaseSource(nameof(Rows))]
    public async Task AndNothingIsLost(object given)
    {
        var row = (Row)given;
        if (row.NotPossibleHere is { } why)
            Assert.Ignore($"Not possible here: {why}.");

        var results = await new Running.Torture([row], TortureArguments.Parse(["--attempts", "2", "--seed", $"{Seed}"]), TestContext.Out.WriteLine).RunAsync();
        Assert.That(results[0].Failures, Is.Empty, string.Join("\n\n", results[0].Failures));
        Assert.That(results[0].Outcomes, Is.Not.Empty);
        await TestContext.Out.WriteLineAsync(results[0].Outcomes);
    }
}
