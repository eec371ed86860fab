using TypedMigrations;

namespace Accounts.M20201006_FirstTables;

/// <summary>Accounts and permissions as years of use leave them: fields missing, empty and blank, roles that lead nowhere.</summary>
/// <remarks>The seed of the generator is fixed and there is no clock, so that every test database is the same.</remarks>
public sealed class TestData : TestSeed
{
    private const int AccountCount = 3_000;
    private const long FirstDay = 1_601_942_400;

    // Some of them LiteDB's own mapper would not write as they are, others a collation may confuse.
    private static readonly string?[] Passwords = [null, "", " ", "$2a$10$N9qo8uLOickgx2ZMRZoMye", "$2a$10$ẞßſ", "  padded  "];
    private static readonly string[] Names = ["ada", "Grace", "ZOË", "Ångström", "李小龙", "ümit", "ma\u00ADria", "o'neill"];

    public override void Insert(Seeds seeds)
    {
        seeds.Insert(AccountTable.Table, Accounts());
        seeds.Insert(PermissionTable.Table, Permissions());
    }

    private static IEnumerable<Account> Accounts()
    {
        var dice = new SplitMix64(20201006);
        for (var number = 0; number < AccountCount; number++)
        {
            var created = FirstDay + dice.Below(86_400);
            yield return new Account(
                IdOf(number),
                $"{dice.Pick(Names)}.{number:D5}@Members.example",
                dice.Pick(Passwords),
                RoleIdOf(number),
                UserDefinedFieldsOf(number, dice),
                CreatedAt: dice.Below(20) == 0 ? null : created,
                UpdatedAt: dice.Below(10) == 0 ? null : created + dice.Below(1_000_000),
                LastLogin: dice.Below(3) switch { 0 => null, 1 => 0, _ => created + dice.Below(1_000_000) },
                Disabled: dice.Below(10) switch { 0 => null, 1 => true, _ => false });
        }
    }

    /// <summary>Seven accounts of ten have a permission. No account has two: its index is unique.</summary>
    private static IEnumerable<Permission> Permissions()
    {
        var dice = new SplitMix64(20201007);
        for (var number = 0; number < AccountCount; number++)
        {
            if (!HasPermission(number))
                continue;

            var created = FirstDay + dice.Below(86_400);
            yield return new Permission(
                PermissionIdOf(number),
                IdOf(number),
                dice.Below(25) == 0 ? null : (RoleKind)dice.Below(5),
                ProjectId: dice.Below(3) switch { 0 => null, 1 => "", _ => $"test-project-{dice.Below(900):D4}" },
                OrgId: dice.Below(3) switch { 0 => null, 1 => "", _ => $"test-org-{dice.Below(300):D4}" },
                CreatedAt: dice.Below(20) == 0 ? null : created,
                UpdatedAt: dice.Below(10) == 0 ? null : created + dice.Below(1_000_000));
        }
    }

    private static bool HasPermission(int number) => number % 10 < 7;

    /// <summary>Accounts 0 to 6 of ten have a permission, 7 to 9 have none.</summary>
    private static string? RoleIdOf(int number) => (number % 10) switch
    {
        4 => null,
        5 => $"gone-permission-{number:D5}",
        6 or 7 => PermissionIdOf(number / 10 * 10),
        8 => (number / 10 % 4) switch { 0 => "", 1 => "   ", 2 => "\t", _ => null },
        9 => $"gone-permission-{number:D5}",
        _ => PermissionIdOf(number),
    };

    private static IReadOnlyDictionary<string, object?>? UserDefinedFieldsOf(int number, SplitMix64 dice) => dice.Below(6) switch
    {
        0 => null,
        1 => new Dictionary<string, object?>(),
        2 => new Dictionary<string, object?> { ["nickname"] = "", ["motto"] = "  ", ["phone"] = null },
        3 => new Dictionary<string, object?> { ["городъ"] = "Ω-" + number, ["emoji"] = "❤️", ["with.dot"] = 1, ["$dollar"] = true, [" padded "] = "kept" },
        4 => new Dictionary<string, object?>
        {
            ["whole"] = number,
            ["large"] = long.MaxValue - number,
            ["fraction"] = number / 8.0,
            ["exact"] = 0.1m,
            ["list"] = new List<object?> { 1, "one", null, "", new List<object?>(), new Dictionary<string, object?> { ["deep"] = false } },
        },
        _ => new Dictionary<string, object?>
        {
            ["address"] = new Dictionary<string, object?>
            {
                ["city"] = dice.Pick(Names),
                ["geo"] = new Dictionary<string, object?> { ["lat"] = 52.5, ["lon"] = null, ["_id"] = "not a key" },
            },
        },
    };

    private static string IdOf(int number) => $"test-account-{number:D5}";

    private static string PermissionIdOf(int number) => $"test-permission-{number:D5}";
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
