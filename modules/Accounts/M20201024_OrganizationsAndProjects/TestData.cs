using TypedMigrations;

namespace Accounts.M20201024_OrganizationsAndProjects;

/// <summary>Organizations and projects as years of use leave them: of one name, of one logo, without either, with owners that are gone.</summary>
/// <remarks>The seed of the generator is fixed and there is no clock, so that every test database is the same.</remarks>
public sealed class TestData : TestSeed
{
    private const int OrgCount = 300;
    private const int ProjectCount = 900;
    private const long FirstDay = 1_603_497_600;

    // The later names are taken as equal to an earlier one by a collation, or look like one that was made unique.
    private static readonly string[] TakenNames = ["Rising Tide", "rising tide", "RISING TIDE", "Café Solidaire", "Cafe\u0301 Solidaire", "Rising Tide (2)"];
    private static readonly string[] TakenLogos = ["https://logos.example/tide.png", "https://logos.example/TIDE.png", "https://logos.example/tide.png#2"];

    public override void Insert(Seeds seeds)
    {
        seeds.Insert(OrgTable.Table, Orgs());
        seeds.Insert(ProjectTable.Table, Projects());
    }

    private static IEnumerable<Org> Orgs()
    {
        var dice = new SplitMix64(20201024);
        for (var number = 0; number < OrgCount; number++)
        {
            yield return new Org(
                OrgIdOf(number),
                NameOf("Organization", number, dice),
                LogoOf("orgs", number, dice),
                Contact: dice.Below(4) switch { 0 => null, 1 => "", _ => $"contact-{number:D4}@orgs.example" },
                CreatedAt: dice.Below(15) == 0 ? null : FirstDay + dice.Below(86_400),
                AccountId: AccountIdOf(dice));
        }
    }

    private static IEnumerable<Project> Projects()
    {
        var dice = new SplitMix64(20201025);
        for (var number = 0; number < ProjectCount; number++)
        {
            yield return new Project(
                $"test-project-{number:D4}",
                NameOf("Project", number, dice),
                LogoOf("projects", number, dice),
                CreatedAt: dice.Below(15) == 0 ? null : FirstDay + dice.Below(86_400),
                AccountId: AccountIdOf(dice),
                OrgId: dice.Below(10) switch { 0 => null, 1 => "", 2 => " ", 3 => $"gone-org-{number:D4}", _ => OrgIdOf(dice.Below(OrgCount)) });
        }
    }

    private static string? NameOf(string kind, int number, SplitMix64 dice) => dice.Below(12) switch
    {
        0 => null,
        1 => "",
        2 or 3 => dice.Pick(TakenNames),
        _ => $"{kind} {number}",
    };

    private static string? LogoOf(string folder, int number, SplitMix64 dice) => dice.Below(8) switch
    {
        0 or 1 => null,
        2 => "",
        3 => dice.Pick(TakenLogos),
        _ => $"https://logos.example/{folder}/{number:D4}.png",
    };

    private static string? AccountIdOf(SplitMix64 dice) => dice.Below(10) switch
    {
        0 => null,
        1 => $"gone-account-{dice.Below(1_000):D5}",
        _ => $"test-account-{dice.Below(3_000):D5}",
    };

    private static string OrgIdOf(int number) => $"test-org-{number:D4}";
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
