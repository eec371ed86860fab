using LiteDB;
using TypedMigrations.Torture.Attempts;
using TypedMigrations.Torture.Children;
using TypedMigrations.Torture.Running;
using TypedMigrations.Torture.Scenes;

namespace TypedMigrations.Torture.Tests;

/// <summary>What the rows rely on: that a loss is seen and told.</summary>
public sealed class SomethingIsLost
{
    private static readonly TestCaseData<Action<Place>>[] Losses =
    [
        new(place => Change(place, database => database.GetCollection("orders").Delete(7))) { TestName = "ADocumentIsGone" },
        new(place => Change(place, database => database.GetCollection("orders").UpdateMany("{ _id: $._id, total: 1.0 }", "$._id = 3"))) { TestName = "AFieldIsGone" },
        new(place => Change(place, database => database.GetCollection("settings").DropIndex("by_theme"))) { TestName = "AnIndexIsGone" },
        new(place => Change(place, database => database.UserVersion = 8)) { TestName = "TheUserVersionIsAnother" },
        new(place => Change(place, database => database.GetCollection("_migrations").DeleteMany("$.id != null"))) { TestName = "TheJournalIsGone" },
        new(place => File.Delete(place.Database)) { TestName = "TheFileIsGone" },
        new(place => File.WriteAllBytes(place.Database, new byte[8192])) { TestName = "TheFileIsNoDatabase" },
    ];

    [TestCaseSource(nameof(Losses))]
    public async Task ItIsSeen(object given)
    {
        var lose = (Action<Place>)given;
        using var bench = Bench.Of(await Scene.OfAsync(new Scenario(Operation.Migrate, 60)));
        Assert.That(bench.Find(), Is.EqualTo("before"));

        lose(bench.Place);

        Assert.That(bench.Find, Throws.TypeOf<LostException>());
    }

    [Test]
    public async Task ABackupThatIsAnotherIsSeen()
    {
        using var bench = Bench.Of(await Scene.OfAsync(new Scenario(Operation.Migrate, 60)));
        await Operating.RunAsync(Operation.Migrate, bench.Place);
        using (var database = new LiteDatabase(bench.Place.Backups[0]))
            database.GetCollection("orders").Delete(7);

        await Assert.ThrowsAsync<LostException>(() => bench.CheckAsync(CancellationToken.None));
    }

    [Test]
    public async Task WhatIsLeftBehindIsSeen()
    {
        using var bench = Bench.Of(await Scene.OfAsync(new Scenario(Operation.Migrate, 60)));
        await bench.CheckAsync(CancellationToken.None);
        await File.WriteAllBytesAsync(bench.Place.Log, new byte[8192]);

        await Assert.ThrowsAsync<LostException>(() => bench.CheckAsync(CancellationToken.None));
    }

    [Test]
    public async Task TheSummarySaysSoWithTheSeedThatRepeatsIt()
    {
        var told = new List<string>();
        var results = await new Running.Torture([new LosingRow(), new ImpossibleRow()], TortureArguments.Parse(["--attempts", "3", "--seed", "40"]), told.Add).RunAsync();

        Assert.That(results[0].Failures.Select(failure => failure.Seed), Is.EqualTo([41]));
        Assert.That(told, Has.One.StartsWith("FAILED loses, repeat it with --row loses --seed 41 --attempts 1"));
        Assert.That(Summary.Of(results, 40, TimeSpan.FromMinutes(1)), Is.EqualTo("""
            3 attempts in 1.0 minutes, seed 40: 1 rows FAILED; 1 rows not possible here

            | Row | What is tried | Attempts | Outcomes | Result |
            |---|---|--:|---|---|
            | loses | every second one | 3 | 2 before | **FAILED** 1 times, seeds 41 |
            | impossible | nothing | 0 |  | not possible here: there is no moon |

            """));
    }

    [Test]
    public async Task AProcessThatCrashesIsSeen()
    {
        await using var child = Child.Start(["nonsense"]);
        Assert.That(await child.EndAsync(CancellationToken.None), Does.StartWith("crashed with "));
    }

    private static void Change(Place place, Action<LiteDatabase> change)
    {
        using var database = new LiteDatabase(place.Database);
        change(database);
    }

    private sealed class LosingRow : Row
    {
        public override string Name => "loses";

        public override string Tries => "every second one";

        public override Task TryAsync(Attempt attempt)
        {
            if (attempt.Seed % 2 == 1)
                throw new LostException("It is gone.");
            attempt.Count("before");
            return Task.CompletedTask;
        }
    }

    private sealed class ImpossibleRow : Row
    {
        public override string Name => "impossible";

        public override string Tries => "nothing";

        public override string NotPossibleHere => "there is no moon";

        public override Task TryAsync(Attempt attempt) => throw new InvalidOperationException("It was tried.");
    }
}
