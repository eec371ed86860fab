using System.Globalization;
using TypedMigrations.Torture.Attempts;
using TypedMigrations.Torture.Children;
using TypedMigrations.Torture.Rows.Killing;

namespace TypedMigrations.Torture.Rows.Space;

/// <summary>A limit for the size of each file, as ulimit -f sets it.</summary>
internal sealed class FilesMayNotGrow : Row
{
    public override string Name => "files-may-not-grow";

    public override string Tries => "a limit of the file size (ulimit -f) of 0.1 to 4 times the database";

    public override string? NotPossibleHere => OperatingSystem.IsLinux() ? null : "the limit is set by prlimit, on Linux only";

    public override async Task TryAsync(Attempt attempt)
    {
        var scene = await attempt.SceneAsync(KilledAtAnEvent.Operations);
        using var bench = Bench.Of(scene);
        var limit = (long)(scene.Length * (0.1 + (3.9 * attempt.Random.NextDouble() * attempt.Random.NextDouble())));
        // The system kills who writes beyond the limit, unless that is ignored.
        string[] ignoring = attempt.Random.Next(3) == 0 ? [] : ["env", "--ignore-signal=XFSZ"];
        // The runtime maps a file of this size for its own code otherwise.
        await using var child = Child.Start(
            Child.Arguments(bench), ["prlimit", string.Create(CultureInfo.InvariantCulture, $"--fsize={limit}"), .. ignoring], ("DOTNET_EnableWriteXorExecute", "0"));
        var ending = await child.EndAsync(attempt.Timeout);
        var found = bench.Find();
        if (ending != "killed by SIGXFSZ")
            Faults.Check(ending, found, child.Story);
        await bench.FinishAsync(found, attempt.Timeout);
        attempt.Count($"{ending}: {found}");
    }
}
