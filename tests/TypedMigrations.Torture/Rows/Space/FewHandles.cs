using System.Diagnostics;
using System.Globalization;
using TypedMigrations.Torture.Attempts;
using TypedMigrations.Torture.Children;
using TypedMigrations.Torture.Rows.Killing;

namespace TypedMigrations.Torture.Rows.Space;

/// <summary>The process may open few files.</summary>
internal sealed class FewHandles : Row
{
    public override string Name => "few-handles";

    public override string Tries => "a limit of open files (ulimit -n): 15 to 90 for the whole process, or 0 to 12 more than it has after a first run";

    public override string? NotPossibleHere => OperatingSystem.IsLinux() ? null : "the limit is set by prlimit, on Linux only";

    public override async Task TryAsync(Attempt attempt)
    {
        var scene = await attempt.SceneAsync(KilledAtAnEvent.Operations);
        using var bench = Bench.Of(scene);
        var ending = await (attempt.Random.Next(2) == 0 ? FromTheStartAsync(bench, attempt) : AfterAFirstRunAsync(bench, attempt));
        var found = bench.Find();
        await bench.FinishAsync(found, attempt.Timeout);
        attempt.Count($"{ending}: {found}");
    }

    /// <summary>The runtime opens a file for each of its assemblies, and keeps it: most of these runs end because it cannot.</summary>
    private static async Task<string> FromTheStartAsync(Bench bench, Attempt attempt)
    {
        await using var child = Child.Start(bench, ["prlimit", Limit(attempt.Random.Next(15, 90))]);
        return Checked(await child.EndAsync(attempt.Timeout), bench, child.Story);
    }

    /// <summary>The runtime has what it needs, but for threads: what fails is mostly the library's.</summary>
    private static async Task<string> AfterAFirstRunAsync(Bench bench, Attempt attempt)
    {
        using var first = Bench.Of(bench.Scene);
        await using var child = Child.Start(["serve"]);
        if (!await RunAsync(child, first, "served 1.", attempt.Timeout))
            throw new LostException($"The process crashed without a limit. It said:\n{child.Story}");
        var open = Directory.EnumerateFileSystemEntries($"/proc/{child.Id}/fd").Count();
        var limit = attempt.Random.Next(12);
        using (var setting = Process.Start("prlimit", ["--pid", child.Id.ToString(CultureInfo.InvariantCulture), Limit(open + limit)]))
            await setting.WaitForExitAsync(attempt.Timeout);
        // The runtime ends its own threads after a while, and itself where it cannot begin them again.
        var ending = await RunAsync(child, bench, "served 2.", attempt.Timeout) ? Child.Ending(child.Output)! : "crashed";
        return Checked(ending, bench, $"{limit} more than the {open} open files\n{child.Story}");
    }

    private static string Checked(string ending, Bench bench, string story)
    {
        if (Faults.IsOfTheRuntime(ending, story))
            return "the runtime gave up";
        Faults.Check(ending, bench.Find(), story);
        return ending;
    }

    /// <returns>False where the process crashed.</returns>
    private static async Task<bool> RunAsync(Child child, Bench bench, string answer, CancellationToken timeout)
    {
        child.Say(string.Join('\t', Child.Arguments(bench).ToWords()));
        try
        {
            return await child.SaysAsync(answer, timeout);
        }
        catch (OperationCanceledException)
        {
            throw new LostException($"The process hangs. It said:\n{child.Story}");
        }
    }

    private static string Limit(int files) => string.Create(CultureInfo.InvariantCulture, $"--nofile={files}");
}
