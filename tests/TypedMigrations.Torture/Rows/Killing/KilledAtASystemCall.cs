using TypedMigrations.Torture.Attempts;
using TypedMigrations.Torture.Children;

namespace TypedMigrations.Torture.Rows.Killing;

/// <summary>Between any two changes of the disk: strace kills at the n-th call of a kind.</summary>
internal sealed class KilledAtASystemCall : Row
{
    public override string Name => "killed-at-a-system-call";

    public override string Tries => "kill -9 as the n-th write, fsync, rename, link, unlink, truncation or mkdir is made";

    public override string? NotPossibleHere => SystemCalls.NotPossibleHere;

    public override int Weight => 4;

    public override async Task TryAsync(Attempt attempt)
    {
        var scene = await attempt.SceneAsync(KilledAtAnEvent.Operations);
        using var bench = Bench.Of(scene);
        var call = attempt.Pick(SystemCalls.ThatChange);
        var number = call == "pwrite64" ? attempt.Random.Next(1, 400) : attempt.Random.Next(1, 10);
        await using var child = Child.Start(bench, SystemCalls.Inject(call, "signal=KILL", number));
        var ending = await child.EndAsync(attempt.Timeout);
        attempt.Count($"{(ending == "done" ? "ended before it was killed" : ending)}: {await bench.CheckAsync(attempt.Timeout)}");
    }
}
