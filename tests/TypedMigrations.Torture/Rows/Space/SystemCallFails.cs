using TypedMigrations.Torture.Attempts;
using TypedMigrations.Torture.Children;
using TypedMigrations.Torture.Rows.Killing;

namespace TypedMigrations.Torture.Rows.Space;

/// <summary>The operating system refuses any one call: a disk that fails, a quota, a file system that cannot.</summary>
internal sealed class SystemCallFails : Row
{
    public override string Name => "system-call-fails";

    public override string Tries => "the n-th write, fsync, rename, link, unlink, truncation or mkdir fails with EIO, ENOSPC, EDQUOT, EACCES, EPERM or EROFS, once or from then on";

    public override string? NotPossibleHere => SystemCalls.NotPossibleHere;

    public override int Weight => 4;

    public override async Task TryAsync(Attempt attempt)
    {
        var scene = await attempt.SceneAsync(KilledAtAnEvent.Operations);
        using var bench = Bench.Of(scene);
        var call = attempt.Pick(SystemCalls.ThatChange);
        var number = call == "pwrite64" ? attempt.Random.Next(1, 400) : attempt.Random.Next(1, 10);
        var wrapping = SystemCalls.Inject(call, $"error={attempt.Pick("EIO", "ENOSPC", "EDQUOT", "EACCES", "EPERM", "EROFS")}", number);
        if (attempt.Random.Next(2) == 0)
            wrapping[^1] += "+";
        await using var child = Child.Start(bench, wrapping);
        var ending = await child.EndAsync(attempt.Timeout);
        var found = bench.Find();
        Faults.Check(ending, found, child.Story);
        await bench.FinishAsync(found, attempt.Timeout);
        attempt.Count($"{ending}: {found}");
    }
}
