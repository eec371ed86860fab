using System.Diagnostics;
using System.Globalization;
using TypedMigrations.LiteDb.Files;

namespace TypedMigrations.LiteDb.Tests.Files;

public sealed class SwappingProcessIsKilled : FolderTest
{
    private const int Kills = 25;

    /// <summary>The folder goes from kill to kill as it is, so that one start also finds what several kills left.</summary>
    [TestCase("links")]
    [TestCase("no-links")]
    public void TheDatabaseIsWhollyOldOrWhollyNew(string moves)
    {
        var random = new Random(20201120);
        var finished = 0;
        for (var kill = 0; kill < Kills || (finished == 0 && kill < 4 * Kills); kill++)
        {
            var last = RunAndKill(moves, random.Next(3, 10), random.NextDouble());

            using (var held = new DatabaseLock(Database))
            {
                Assert.That(held.TryTakeExclusive(), Is.True);
                if (UnfinishedSwap.Finish(Database) is not null)
                    finished++;

                Assert.That(() => Replaceability.Check(Database), Throws.Nothing);
            }

            var content = File.ReadAllBytes(Database.Path);
            Assert.That(content, Has.Length.EqualTo(20_000));
            Assert.That(content.Distinct(), Is.EqualTo([content[0]]), "The content is of two databases.");
            Assert.That((byte)(content[0] - last), Is.AnyOf((byte)0, (byte)1), $"The last swap that was done put {last} in place.");
            Assert.That(Backups.List(Database).Select(backup => File.ReadAllBytes(backup).Distinct().Count()), Has.All.EqualTo(1));
        }

        TestContext.Out.WriteLine($"{finished} kills cut a swap.");
        Assert.That(finished, Is.Positive, "No kill cut a swap: the test shows nothing.");
    }

    /// <summary>Lets it swap some times, kills it at a random instant within the next swap, and returns what it put in place last.</summary>
    private byte RunAndKill(string moves, int swaps, double part)
    {
        using var child = Child.Start(["swap", Database.Path, moves]);
        var last = "";
        var took = TimeSpan.Zero;
        for (var swap = 0; swap < swaps; swap++)
        {
            Assert.That(child.ReadLine(), Is.EqualTo("swapping"));
            var began = Stopwatch.GetTimestamp();
            last = child.ReadLine() ?? throw new InvalidOperationException("The swapping process ended by itself.");
            took = Stopwatch.GetElapsedTime(began);
        }

        Assert.That(child.ReadLine(), Is.EqualTo("swapping"));
        // A random instant, not a time to wait for something.
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < took * part)
            Thread.SpinWait(20);

        return byte.Parse(child.Kill().LastOrDefault(line => line != "swapping") ?? last, CultureInfo.InvariantCulture);
    }
}
