namespace Disco.M20201028_SurveysAndCampaigns;

/// <summary>The entries of the test data's maps. They are what the maps are taken apart for.</summary>
internal sealed class TestEntries(SplitMix64 dice)
{
    // The later names are taken as equal to an earlier one by a collation, or look like one that was made unique.
    private static readonly string[] TakenNames = ["Marshal", "marshal", "MARSHAL", "Médic", "Me\u0301dic", "Marshal (2)"];

    // All that a map without types may hold and a whole number can be read from.
    private static readonly object?[] Pledges = [null, "", " ", "12", " 7 ", 0, 5, 9_000_000_000L, long.MaxValue, 3.0, 4m, 2.00m];

    public SurveyTypes? TypesOf(int survey) => dice.Below(12) switch
    {
        0 => null,
        1 => new SurveyTypes(),
        2 => new SurveyTypes([], []),
        3 => new SurveyTypes(Types(survey, "role")),
        4 => new SurveyTypes(UserNeeds: Types(survey, "need")),
        _ => new SurveyTypes(Types(survey, "role"), Types(survey, "need")),
    };

    public SurveyValues? ValuesOf(int user, int survey) => dice.Below(12) switch
    {
        0 => null,
        1 => new SurveyValues(),
        2 => new SurveyValues([], []),
        3 => new SurveyValues(Values(user, survey, "role")),
        4 => new SurveyValues(UserNeeds: Values(user, survey, "need")),
        _ => new SurveyValues(Values(user, survey, "role"), Values(user, survey, "need")),
    };

    private List<TypeEntry> Types(int survey, string kind)
    {
        var entries = new List<TypeEntry>();
        for (var place = dice.Below(4); place >= 0; place--)
        {
            entries.Add(new TypeEntry(
                IdOf($"test-{kind}-type-{survey:D4}", place),
                Name: dice.Below(10) switch { 0 => null, 1 => "", 2 => dice.Pick(TakenNames), _ => $"{kind} {survey}.{place}" },
                Comment: dice.Below(3) == 0 ? " kept as it is " : null,
                Description: dice.Below(3) == 0 ? null : $"What a {kind} is.",
                UnitOfMeasures: dice.Below(3) switch { 0 => null, 1 => "", _ => "hours" }));
        }

        return entries;
    }

    private List<ValueEntry> Values(int user, int survey, string kind)
    {
        var entries = new List<ValueEntry>();
        for (var place = dice.Below(4); place >= 0; place--)
        {
            entries.Add(new ValueEntry(
                IdOf($"test-{kind}-value-{user:D5}", place),
                TypeId: dice.Below(12) switch { 0 => null, 1 => "gone-type", _ => $"test-{kind}-type-{survey:D4}-{dice.Below(4)}" },
                Pledged: dice.Pick(Pledges),
                Comment: dice.Below(4) == 0 ? "" : null));
        }

        return entries;
    }

    /// <summary>Some have none, and some the one that the list has already, in another case too.</summary>
    private string? IdOf(string list, int place) => dice.Below(16) switch
    {
        0 => null,
        1 => "",
        2 => "  ",
        3 => $"{list}-0",
        4 => $"{list}-0".ToUpperInvariant(),
        _ => $"{list}-{place}",
    };
}
