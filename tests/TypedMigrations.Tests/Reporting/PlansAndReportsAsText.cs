using System.Globalization;
using TypedMigrations.Planning;
using TypedMigrations.Storing;
using TypedMigrations.Tests.Building;

namespace TypedMigrations.Tests.Reporting;

public sealed class PlansAndReportsAsText
{
    private static readonly string[] All = ["20201006_First", "20201022_Second", "20201024_Third"];

    private static MigrationPlan Plan(string? adoptAt = null, string? target = null) => Code.Plan(Code.Of(All), adoptAt is null ? DatabaseState.None : Code.Database(),
        new PlanRequest { AdoptAt = adoptAt is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["*"] = adoptAt }, Target = target });

    private static MigrationId Id(string text) => MigrationId.TryParse(text, "Accounts")!;

    [Test]
    public void APlanNamesWhatIsAdoptedAppliedAndLeftForLater() => Assert.That(Plan("First", "Second").ToString(), Is.EqualTo(
        """
        adopt  20201006_First of module Accounts
        apply  20201022_Second of module Accounts
        later  20201024_Third of module Accounts
        """.ReplaceLineEndings("\n")));

    [Test]
    public void APlanSaysWhatLosesData()
    {
        var (old, now) = (new Table<One<string>>("accounts"), new Table<None>("accounts"));
        old.Key(a => a.Id);
        var phone = old.Required("phone", a => a.First);
        now.Key(a => a.Id);
        var steps = new Steps();
        steps.Drop(phone);
        var migration = Code.Migration("20201006_First", load: _ => Difference.Definition(Constants.Schema(old), Constants.Schema(now), steps.List));

        Assert.That(Code.Plan(new TypedMigrations.Discovering.MigrationCatalog([migration], []), DatabaseState.None).ToString(), Is.EqualTo(
            """
            apply  20201006_First of module Accounts
                     drop field accounts.phone  (loses data)
            """.ReplaceLineEndings("\n")));
    }

    private static readonly MigrationResult[] Results =
    [
        new(Id("20201022_Second"), [new TableCount("accounts", 10_000, 10_000), new TableCount("roles", 0, 12_345)],
            [new StepCount("drop field accounts.phone", 9_876, 0), new StepCount("convert field accounts.age by int.Parse, misfits kept", 10_000, 3)], TimeSpan.FromMilliseconds(1234)),
        new(Id("20201024_Third"), [], [], TimeSpan.FromMilliseconds(5)),
    ];

    [TestCase("en-US")]
    [TestCase("fa-IR")]
    [TestCase("de-DE")]
    [Behavior(12)]
    public void AReportIsATableOfWhatWasDone(string culture)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

        var report = new MigrationReport("shop.db", Plan("First"), Results, ["made index idx"], new SwapResult("backups/shop.db", ["an old backup stays"]), TimeSpan.FromSeconds(2.5));

        Assert.That(report.ToString(), Is.EqualTo(
            """
            Migrated shop.db in 2.50 s.
              migration        module    table     read    written  time
              ---------------  --------  --------  ------  -------  ------
              20201006_First   Accounts  adopted
              20201022_Second  Accounts  accounts  10,000  10,000   1.23 s
                                         roles     0       12,345
              20201024_Third   Accounts                             0.01 s
              migration        documents  step
              ---------------  ---------  ---------------------------------------------------------------------------
              20201022_Second  9,876      drop field accounts.phone
                               10,000     convert field accounts.age by int.Parse, misfits kept (3 kept as they were)
            Note: made index idx
            Warning: an old backup stays
            Backup: backups/shop.db
            """.ReplaceLineEndings("\n")));
    }

    [Test]
    public void ARehearsalSaysThatNothingWasChanged() => Assert.That(
        new MigrationReport("shop.db", Plan(), [Results[1]], [], swap: null, TimeSpan.FromSeconds(1)).ToString(), Is.EqualTo(
            """
            Rehearsed on a copy of shop.db in 1.00 s.
              migration       module    table  read  written  time
              --------------  --------  -----  ----  -------  ------
              20201024_Third  Accounts                        0.01 s
            shop.db was not changed.
            """.ReplaceLineEndings("\n")));

    [Test]
    public void AReportSaysWhenThereWasNothingToDo() => Assert.That(
        new MigrationReport("shop.db", Code.Plan(Code.Of(All), Code.Database(All)), [], [], swap: null, TimeSpan.Zero).ToString(), Is.EqualTo("shop.db is up to date: nothing to do."));
}
