using System.Globalization;
using TypedMigrations.Torture.Attempts;
using TypedMigrations.Torture.Children;
using TypedMigrations.Torture.Rows.Killing;

namespace TypedMigrations.Torture.Rows.Space;

/// <summary>The process may open few files.</summary>
internal sealed class FewHandles : Row
{
    public override string Name => "few-handles";

    public override string Tries => "a limit of 15 to 90 open files (ulimit -n), the runtime's own included";

    public override string? NotPossibleHere => OperatingSystem.IsLinux() ? null : "the limit is set by prlimit, on Linux only";

    public override async Task TryAsync(Attempt attempt)
    {
        var scene = await attempt.SceneAsync(KilledAtAnEvent.Operations);
        using var bench = Bench.Of(scene);
        await using var child = Child.Start(bench, ["prlimit", string.Create(CultureInfo.InvariantCulture, $"--nofile={attempt.Random.Next(15, 90)}")]);
        var ending = await child.EndAsync(attempt.Timeout);
        var found = bench.Find();
        if (Faults.IsOfTheRuntime(ending, child.Story))
            ending = "the runtime gave up";
        else
            Faults.Check(ending, found, child.Story);
        await bench.FinishAsync(found, attempt.Timeout);
        attempt.Count($"{ending}: {found}");
    }
}
