using TypedMigrations;
using Old = Accounts.M20201107_AvatarsAndLogosBecomeResources;

namespace Accounts.M20201111_TimesInNanoseconds;

public sealed class TimesInNanoseconds : Migration
{
    public override void Up(Steps up)
    {
        up.Convert(Old.AccountTable.CreatedAt, AccountTable.CreatedAt, Nanoseconds);
        up.Convert(Old.AccountTable.UpdatedAt, AccountTable.UpdatedAt, Nanoseconds);
        up.Convert(Old.AccountTable.LastLogin, AccountTable.LastLogin, Nanoseconds);
        up.Convert(Old.RoleTable.CreatedAt, RoleTable.CreatedAt, Nanoseconds);
        up.Convert(Old.RoleTable.UpdatedAt, RoleTable.UpdatedAt, Nanoseconds);
        up.Convert(Old.OrgTable.CreatedAt, OrgTable.CreatedAt, Nanoseconds);
        up.Convert(Old.ProjectTable.CreatedAt, ProjectTable.CreatedAt, Nanoseconds);
    }

    // Years before 1678 and after 2262 have no place in nanoseconds: such a value fails the run, rather than wrap around.
    private static long? Nanoseconds(long? seconds) => checked(seconds * 1_000_000_000);
}
