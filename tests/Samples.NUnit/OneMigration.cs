using Accounts.M20201026_VerifiedAccounts;
using Accounts.M20201027_ManyRoles;
using NUnit.Framework;
using TypedMigrations.Testing;
using New = Accounts.M20201027_ManyRoles;
using Old = Accounts.M20201026_VerifiedAccounts;

namespace Samples.NUnit;

public sealed class OneMigration
{
    [Test]
    public void AnAccountWithoutARoleBecomesAGuest()
    {
        using var database = Database.At<VerifiedAccounts>()
            .Insert(Old.AccountTable.Table, new Old.Account("zoe", "zoe@a.example", CreatedAt: 1))
            .MigrateTo<ManyRoles>();

        database.AssertHas(New.RoleTable.Table, new New.Role("zoe:guest", "zoe", New.RoleKind.Guest, CreatedAt: 1));
    }
}
