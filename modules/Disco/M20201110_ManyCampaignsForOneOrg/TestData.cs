using TypedMigrations;

namespace Disco.M20201110_ManyCampaignsForOneOrg;

/// <summary>What no database could hold before: several campaigns of one organization.</summary>
/// <remarks>The seed of the generator is fixed and there is no clock, so that every test database is the same.</remarks>
public sealed class TestData : TestSeed
{
    private const int FirstProject = 700;
    private const int Count = 200;
    private const int OrgCount = 25;

    public override void Insert(Seeds seeds) => seeds.Insert(DiscoProjectTable.Table, Campaigns());

    private static IEnumerable<DiscoProject> Campaigns()
    {
        var dice = new SplitMix64(20201110);
        for (var number = FirstProject; number < FirstProject + Count; number++)
        {
            yield return new DiscoProject(
                $"test-campaign-{number:D4}",
                $"test-project-{number:D4}",
                $"test-org-{dice.Below(OrgCount):D4}",
                Goal: dice.Below(10) == 0 ? null : "One goal for all of them",
                AlreadyPledged: (ulong)dice.Below(10_000),
                MinPioneers: dice.Below(4) == 0 ? null : (ulong)dice.Below(100));
        }
    }
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
