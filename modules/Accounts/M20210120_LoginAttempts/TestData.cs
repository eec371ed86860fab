using TypedMigrations;

namespace Accounts.M20210120_LoginAttempts;

/// <summary>Sign-ins that failed: few and many, banned and not, from addresses of both kinds.</summary>
/// <remarks>The seed of the generator is fixed and there is no clock, so that every test database is the same.</remarks>
public sealed class TestData : TestSeed
{
    private const int Count = 1_000;
    private const long Minute = 60_000_000_000;

    public override void Insert(Seeds seeds) => seeds.Insert(LoginAttemptTable.Table, Attempts());

    private static IEnumerable<LoginAttempt> Attempts()
    {
        var dice = new SplitMix64(20210120);
        for (var number = 0; number < Count; number++)
        {
            yield return new LoginAttempt(
                number % 4 == 0 ? $"2001:db8::{number:x}" : $"198.51.{number / 250}.{number % 250}",
                AccountEmail: dice.Below(10) switch { 0 => null, 1 => "", 2 => "nobody@members.example", _ => $"ada.{dice.Below(3_000):D5}@Members.example" },
                // The largest do not fit an int.
                TotalAttempts: dice.Below(50) == 0 ? uint.MaxValue - (uint)number : (uint)dice.Below(20),
                BanPeriod: dice.Below(3) switch { 0 => 0, 1 => Minute * dice.Below(60), _ => long.MaxValue });
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
