using System.Collections.Concurrent;
using System.Diagnostics;
using TypedMigrations.Torture.Attempts;
using TypedMigrations.Torture.Children;
using TypedMigrations.Torture.Scenes;

namespace TypedMigrations.Torture.Rows.Killing;

/// <summary>Wherever it happens to be, in the midst of a write too.</summary>
internal sealed class KilledAtAnInstant : Row
{
    private readonly ConcurrentDictionary<Scene, TimeSpan> _durations = [];

    public override string Name => "killed-at-an-instant";

    public override string Tries => "kill -9 from outside at a random instant of the same operations";

    public override int Weight => 4;

    public override async Task TryAsync(Attempt attempt)
    {
        var scene = await attempt.SceneAsync(KilledAtAnEvent.Operations);
        var duration = _durations.GetValueOrDefault(scene, TimeSpan.FromSeconds(1.5));
        using var bench = Bench.Of(scene, isShared: attempt.Random.Next(3) == 0);
        await using var child = Child.Start(Child.Arguments(bench) with { PauseAt = Math.Min(scene.Events, 1) });
        if (scene.Events > 0)
            await child.SaysAsync("event 1", attempt.Timeout);
        child.Say("");
        var began = Stopwatch.GetTimestamp();
        // A random instant, not a time to wait for something.
        var ended = child.EndAsync(attempt.Timeout);
        if (await Task.WhenAny(ended, Task.Delay(duration * attempt.Random.NextDouble(), attempt.Timeout)) == ended)
            _durations[scene] = Stopwatch.GetElapsedTime(began);
        await child.KillAsync(attempt.Timeout);
        attempt.Count($"{(await ended == "killed" ? "killed" : "ended before it was killed")}: {await bench.CheckAsync(attempt.Timeout)}");
    }
}
