using Accounts.M20201027_ManyRoles;
using TypedMigrations;
using TypedMigrations.Planning;
using TypedMigrations.Storing;
using Old = Accounts.M20201026_VerifiedAccounts;

namespace Accounts.Tests;

/// <summary>What the migration to many roles makes of an account, without a database.</summary>
public sealed class AccountsWithAndWithoutRoles
{
    private static readonly Old.Role[] Roles =
    [
        new("r1", "ada", Old.RoleKind.Admin, ProjectId: "p1", OrgId: "o1", CreatedAt: 10, UpdatedAt: 20),
        new("r2", "grace"),
    ];

    [Test]
    public void TheRoleThatIsItsOwnStaysAlone() => Assert.That(DerivedFor(new("ada", "ada@a.example", RoleId: "r1")), Is.Null);

    [Test]
    public void AnothersRoleIsCopied() =>
        Assert.That(DerivedFor(new("zoe", "zoe@a.example", RoleId: "r1")), Is.EqualTo(new Role("zoe:admin", "zoe", RoleKind.Admin, "p1", "o1", 10, 20)));

    [Test]
    public void AnothersRoleIsCopiedBesideItsOwn() =>
        Assert.That(DerivedFor(new("grace", "grace@a.example", RoleId: "r1")), Is.EqualTo(new Role("grace:admin", "grace", RoleKind.Admin, "p1", "o1", 10, 20)));

    [Test]
    public void AnothersRoleIsCopiedThoughItDoesNotSayWhatItIs() =>
        Assert.That(DerivedFor(new("zoe", "zoe@a.example", RoleId: "r2")), Is.EqualTo(new Role("zoe:role", "zoe")));

    [TestCase(null)]
    [TestCase("")]
    [TestCase("  ")]
    [TestCase("gone")]
    public void NoRoleMakesAGuest(string? roleId) => Assert.That(
        DerivedFor(new("zoe", "zoe@a.example", RoleId: roleId, CreatedAt: 1, UpdatedAt: 2)),
        Is.EqualTo(new Role("zoe:guest", "zoe", RoleKind.Guest, CreatedAt: 1, UpdatedAt: 2)));

    [TestCase(null)]
    [TestCase("")]
    [TestCase("  ")]
    [TestCase("gone")]
    public void NoRoleNamedLeavesTheRolesThatItHas(string? roleId) => Assert.That(DerivedFor(new("ada", "ada@a.example", RoleId: roleId)), Is.Null);

    private static object? DerivedFor(Old.Account account)
    {
        var insert = AccountsHistory.Migration("ManyRoles").Steps.OfType<InsertDerived>().Single();
        return insert.Function(account, new StateBefore(new RolesBefore())).SingleOrDefault();
    }

    private sealed class RolesBefore : IStateBeforeReader
    {
        public IEnumerable<object> Find(Field field, object value) => Roles.Where(role => value.Equals(field.Name == "_id" ? role.Id : role.AccountId));
    }
}
