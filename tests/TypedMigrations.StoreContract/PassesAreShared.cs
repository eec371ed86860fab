using TypedMigrations.StoreContract.Modules.Passes;

namespace TypedMigrations.StoreContract;

public abstract class PassesAreShared<THarness> : StoreTest<THarness>
    where THarness : StoreHarness, new()
{
    private static readonly string[] Documents =
    [
        "{'_id': 'a', 'label': 'One', 'weight': '1', 'note': '', 'unknown': {'deep': [null, '']}}",
        "{'_id': 'b', 'label': 'two', 'weight': null}",
        "{'_id': 'c', 'label': 'Three'}",
    ];

    [Test]
    public async Task AndLeaveTheSameAsOneMigrationAfterTheOther()
    {
        await Prepare(Documents);
        var together = new RecordingObserver();
        var all = await Run(new PassesModule(), observer: together);
        var content = Content();

        RemoveDatabase();
        MakeHarness();
        await Prepare(Documents);
        var apart = new RecordingObserver();
        var results = new List<MigrationResult>();
        while (await Run(new PassesModule(), options => options.StepLimit = 1, apart) is { WasUpToDate: false } report)
            results.AddRange(report.Results);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(content, Is.EqualTo(Content()));
            Assert.That(all.Results.Select(Counts), Is.EqualTo(results.Select(Counts)));
            Assert.That((Passes(together), Passes(apart)), Is.EqualTo((3, 6)));
        }
    }

    [Test]
    public async Task AndInsertWhatEachMigrationSeeds()
    {
        await Prepare(Documents);

        await Run(new PassesModule());

        AssertDocuments("parcels",
            "{'_id': 'a', 'title': 'ONE', 'grams': {'$long': 1000}, 'note': '', 'mark': 'plain', 'unknown': {'deep': [null, '']}}",
            "{'_id': 'b', 'title': 'TWO', 'grams': null, 'mark': 'plain'}",
            "{'_id': 'c', 'title': 'THREE', 'mark': 'plain'}",
            "{'_id': 'seed', 'title': 'first of its kind', 'grams': {'$long': 1}, 'mark': 'seeded'}");
        AssertDocuments("depots", "{'_id': 'd', 'city': 'Ulm'}");
    }

    [Test, Behavior(44)]
    public async Task AndAFailureIsThatOfTheMigrationWhichFailed()
    {
        await Prepare([.. Documents, "{'_id': 'd', 'label': 'Four', 'weight': '-1'}"]);

        var failed = await RunFailsAndChangesNothing(new PassesModule());

        Assert.That(failed.Message, Does.Contain(
            """
              migration      20240103_Grams of module Passes
              on the copy    after 20240102_Numbers
              still pending  20240103_Grams, 20240104_Titles, 20240105_Capitals, 20240106_Kinds, 20240107_Marks
            """));
    }

    [Test]
    public async Task AndOfSeveralThatWouldFailTheFirstDoes()
    {
        await Prepare("{'_id': 'a', 'label': 'A', 'weight': '-1'}", "{'_id': 'b', 'label': 'B', 'weight': 'heavy'}", "{'_id': 'c', 'label': 'C', 'weight': 'light'}");

        var failed = await RunFailsAndChangesNothing(new PassesModule());

        Assert.That(failed.Message, Does.Contain("migration      20240102_Numbers of module Passes"));
        Assert.That(failed.Message, Does.Contain("on 2 documents"));
        Assert.That(failed.Message, Does.Not.Contain("less than nothing"));
    }

    private async Task Prepare(params string[] documents)
    {
        await RunTo(new PassesModule(), "20240101");
        Put("parcels", documents);
    }

    /// <summary>Each pass over a few documents is told once.</summary>
    private static int Passes(RecordingObserver observer) => observer.Events.OfType<MigrationEvent.Progress>().Count(progress => progress.Table == "parcels");

    private static string Counts(MigrationResult result) => $"{result.Id}: {string.Join(", ", result.Tables)}; {string.Join(", ", result.Steps)}";
}
