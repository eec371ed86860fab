using TypedMigrations.Torture.Children;

namespace TypedMigrations.Torture.Tests;

/// <summary>Those that wait for a lock must not get it before what its holder left is looked at.</summary>
[Platform("Linux")]
public sealed class ProcessesStandStill
{
    private const char Stopped = 'T';

    [Test]
    [CancelAfter(60_000)]
    public async Task UntilTheyGoOn(CancellationToken timeout)
    {
        await using var child = Child.Start(["serve"]);
        await child.SaysAsync("ready", timeout);

        await Child.StandStillAsync([child], timeout);
        Assert.That(() => State(child), Is.EqualTo(Stopped).After(10).Seconds.PollEvery(10).MilliSeconds);

        await Child.GoOnAsync([child], timeout);
        Assert.That(() => State(child), Is.Not.EqualTo(Stopped).After(10).Seconds.PollEvery(10).MilliSeconds);
    }

    /// <summary>The letter after the name, which stands in brackets.</summary>
    private static char State(Child child)
    {
        var status = File.ReadAllText($"/proc/{child.Id}/stat");
        return status[status.LastIndexOf(')') + 2];
    }
}
