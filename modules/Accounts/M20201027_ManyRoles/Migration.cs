using TypedMigrations;
using Old = Accounts.M20201026_VerifiedAccounts;

namespace Accounts.M20201027_ManyRoles;

public sealed class ManyRoles : Migration
{
    public override void Up(Steps up)
    {
        up.Drop(Old.AccountTable.RoleId);
        up.Insert(Old.AccountTable.Table, RoleTable.Table, NamedRoleOrGuest);
        up.MakeUnique(OrgTable.Name, (name, n) => $"{name} ({n})");
        up.MakeUnique(ProjectTable.Name, (name, n) => $"{name} ({n})");
    }

    /// <summary>From now on an account finds its roles by their account_id. The role that it named must be among them.</summary>
    private static Role? NamedRoleOrGuest(Old.Account account, StateBefore old)
    {
        if (old.Find(Old.RoleTable.Id, account.RoleId) is { } named)
            return named.AccountId == account.Id ? null : CopyFor(account, named);

        // It named none, or one that is gone: the roles that are its own stay what they are.
        return old.Find(Old.RoleTable.AccountId, account.Id) is null ? GuestFor(account) : null;
    }

    /// <summary>Two accounts named one role. It stays the other's, with all that it has, and this account gets its like.</summary>
    private static Role CopyFor(Old.Account account, Old.Role named) => new(
        KeyOf(account, named.Kind),
        account.Id,
        (RoleKind?)named.Kind,
        named.ProjectId,
        named.OrgId,
        named.CreatedAt,
        named.UpdatedAt);

    /// <summary>There is no clock in a migration, so that the role is as old as its account.</summary>
    private static Role GuestFor(Old.Account account) => new(
        KeyOf(account, Old.RoleKind.Guest), account.Id, RoleKind.Guest, CreatedAt: account.CreatedAt, UpdatedAt: account.UpdatedAt);

    /// <summary>An account gets one derived role at most, so that its own key makes the role's key unique.</summary>
    private static string KeyOf(Old.Account account, Old.RoleKind? kind) => $"{account.Id}:{kind?.ToString().ToLowerInvariant() ?? "role"}";
}
