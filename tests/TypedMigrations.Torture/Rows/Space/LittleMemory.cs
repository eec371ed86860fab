using System.Globalization;
using TypedMigrations.Torture.Attempts;
using TypedMigrations.Torture.Children;
using TypedMigrations.Torture.Rows.Killing;

namespace TypedMigrations.Torture.Rows.Space;

/// <summary>The process may have little memory.</summary>
internal sealed class LittleMemory : Row
{
    public override string Name => "little-memory";

    public override string Tries => "a managed heap of 3 to 60 MB, or an address space (ulimit -v) of 0.2 to 2 GB";

    public override string? NotPossibleHere => OperatingSystem.IsLinux() ? null : "the limit is set by prlimit, on Linux only";

    public override async Task TryAsync(Attempt attempt)
    {
        var scene = await attempt.SceneAsync(KilledAtAnEvent.Operations);
        using var bench = Bench.Of(scene);
        var heap = string.Create(CultureInfo.InvariantCulture, $"{(long)(3_000_000 * Math.Pow(20, attempt.Random.NextDouble())):X}");
        string[] space = ["prlimit", string.Create(CultureInfo.InvariantCulture, $"--as={(long)(200_000_000 * Math.Pow(10, attempt.Random.NextDouble()))}")];
        await using var child = attempt.Random.Next(3) > 0
            ? Child.Start(Child.Arguments(bench), wrapping: null, ("DOTNET_GCHeapHardLimit", heap))
            : Child.Start(Child.Arguments(bench), space, ("DOTNET_GCHeapHardLimit", "4000000"));
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
