using TypedMigrations.Fuzzing.Looping;
using TypedMigrations.Fuzzing.Targets;

namespace TypedMigrations.Fuzzing;

/// <summary>Some inputs for each target, the same in every run. <c>build/fuzz.sh</c> goes on where this ends.</summary>
[NonParallelizable]
public sealed class EveryTargetIsFuzzed
{
    [TestCaseSource(typeof(AllTargets), nameof(AllTargets.All))]
    public void AndAnswersEachInput(FuzzTarget target)
    {
        var summary = new FuzzLoop(target, seed: 20201027).Run(executions => executions < target.TestInputs);

        Assert.That(summary.Findings.Select(finding => $"{Convert.ToBase64String(finding.Input)}\n{finding.What}"), Is.Empty);
        Assert.That(summary.Executions, Is.GreaterThanOrEqualTo(target.TestInputs));
    }
}
