using TypedMigrations;
using Old = Accounts.M20201006_FirstTables;

namespace Accounts.M20201022_PermissionsBecomeRoles;

public sealed class PermissionsBecomeRoles : Migration
{
    public override void Up(Steps up) => up.Rename(Old.PermissionTable.Table, RoleTable.Table);
}
