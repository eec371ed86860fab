using TypedMigrations;

namespace Disco.M20201028_SurveysAndCampaigns;

/// <summary>Surveys, answers and campaigns as years of use leave them: lists missing, null and empty, entries without an id or with a taken one.</summary>
/// <remarks>The seed of the generator is fixed and there is no clock, so that every test database is the same.</remarks>
public sealed class TestData : TestSeed
{
    private const int SurveyCount = 700;
    private const int UserCount = 2_500;
    private const int CampaignCount = 280;
    private const long FirstDay = 1_603_843_200;

    private static readonly string?[] Blanks = [null, "", "   "];

    public override void Insert(Seeds seeds)
    {
        seeds.Insert(SurveyProjectTable.Table, Surveys());
        seeds.Insert(SurveyUserTable.Table, Users());
        seeds.Insert(DiscoProjectTable.Table, Campaigns());
    }

    private static IEnumerable<SurveyProject> Surveys()
    {
        var dice = new SplitMix64(20201028);
        for (var number = 0; number < SurveyCount; number++)
        {
            yield return new SurveyProject(
                SurveyIdOf(number),
                AccountProjectIdOf(number),
                new TestEntries(dice).TypesOf(number),
                FiltersOf(number, dice),
                CreatedAt: dice.Below(20) == 0 ? null : FirstDay + dice.Below(86_400),
                UpdatedAt: dice.Below(10) == 0 ? null : FirstDay + dice.Below(1_000_000));
        }
    }

    private static IEnumerable<SurveyUser> Users()
    {
        var dice = new SplitMix64(20201029);
        for (var number = 0; number < UserCount; number++)
        {
            var survey = dice.Below(SurveyCount);
            yield return new SurveyUser(
                $"test-survey-user-{number:D5}",
                SurveyProjectId: dice.Below(15) switch { 0 => dice.Pick(Blanks), 1 => $"gone-survey-{number:D5}", _ => SurveyIdOf(survey) },
                // Fewer accounts than answers: an account may answer several surveys.
                AccountId: dice.Below(15) switch { 0 => dice.Pick(Blanks), 1 => $"gone-account-{number:D5}", _ => $"test-account-{dice.Below(1_500):D5}" },
                new TestEntries(dice).ValuesOf(number, survey),
                FiltersOf(number, dice),
                CreatedAt: dice.Below(20) == 0 ? null : FirstDay + dice.Below(86_400),
                UpdatedAt: dice.Below(10) == 0 ? null : FirstDay + dice.Below(1_000_000));
        }
    }

    private static IEnumerable<DiscoProject> Campaigns()
    {
        var dice = new SplitMix64(20201030);
        for (var number = 0; number < CampaignCount; number++)
        {
            yield return new DiscoProject(
                $"test-campaign-{number:D4}",
                AccountProjectIdOf(number),
                AccountOrgId: number % 20 == 7 ? $"gone-org-{number:D4}" : $"test-org-{number:D4}",
                Goal: dice.Below(10) == 0 ? dice.Pick(Blanks) : $"Goal {number}",
                AlreadyPledged: dice.Below(10) switch { 0 => null, 1 => long.MaxValue, _ => (ulong)dice.Below(10_000) },
                ActionTime: dice.Below(5) == 0 ? null : FirstDay + dice.Below(50_000_000),
                ActionLocation: dice.Pick(Blanks),
                MinPioneers: (ulong)dice.Below(100),
                MinRebelsMedia: dice.Below(3) == 0 ? null : (ulong)dice.Below(1_000),
                MinRebelsToWin: dice.Below(3) == 0 ? null : (ulong)dice.Below(100_000),
                Category: dice.Below(4) == 0 ? null : "climate",
                Contact: $"campaign-{number:D4}@orgs.example",
                VideoUrl: dice.Below(4) switch { 0 => null, 1 => [], 2 => ["https://videos.example/" + number], _ => ["", "https://videos.example/" + number, "https://videos.example/" + number] },
                UnitOfMeasures: dice.Below(3) == 0 ? null : "hours",
                CreatedAt: dice.Below(20) == 0 ? null : FirstDay + dice.Below(86_400),
                UpdatedAt: dice.Below(10) == 0 ? null : FirstDay + dice.Below(1_000_000));
        }
    }

    private static IReadOnlyDictionary<string, object?>? FiltersOf(int number, SplitMix64 dice) => dice.Below(4) switch
    {
        0 => null,
        1 => new Dictionary<string, object?>(),
        _ => new Dictionary<string, object?> { ["city"] = "", ["age"] = number % 90, ["tags"] = new List<object?> { "a", null } },
    };

    /// <summary>Each has one of its own: an index keeps them unique. Some projects are gone.</summary>
    private static string AccountProjectIdOf(int number) => number % 20 == 3 ? $"gone-project-{number:D4}" : $"test-project-{number:D4}";

    private static string SurveyIdOf(int number) => $"test-survey-{number:D4}";
}

/// <summary>A small generator of numbers that is the same in every release of .NET.</summary>
internal sealed class SplitMix64(ulong seed)
{
    private ulong _state = seed;

    public int Below(int limit) => (int)(Next() % (ulong)limit);

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    private ulong Next()
    {
        var mixed = _state += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
