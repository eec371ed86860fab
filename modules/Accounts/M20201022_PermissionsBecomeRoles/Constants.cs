using TypedMigrations;

namespace Accounts.M20201022_PermissionsBecomeRoles;

// Old databases were written by a program that left empty values out. So a field is required only where an index
// needs it, and every other one is optional.

public static class AccountTable
{
    public static readonly Table<Account> Table = new("accounts");
    public static readonly Field<Account, string> Id = Table.Key(a => a.Id);
    public static readonly Field<Account, string> Email = Table.Required("email", a => a.Email);
    public static readonly Field<Account, string?> Password = Table.Optional("password", a => a.Password);
    public static readonly Field<Account, string?> RoleId = Table.Optional("role_id", a => a.RoleId);
    public static readonly Field<Account, IReadOnlyDictionary<string, object?>?> UserDefinedFields = Table.Optional("user_defined_fields", a => a.UserDefinedFields);
    public static readonly Field<Account, IReadOnlyDictionary<string, object?>?> Survey = Table.Optional("survey", a => a.Survey);
    public static readonly Field<Account, long?> CreatedAt = Table.Optional("created_at", a => a.CreatedAt);
    public static readonly Field<Account, long?> UpdatedAt = Table.Optional("updated_at", a => a.UpdatedAt);
    public static readonly Field<Account, long?> LastLogin = Table.Optional("last_login", a => a.LastLogin);
    public static readonly Field<Account, bool?> Disabled = Table.Optional("disabled", a => a.Disabled);
    public static readonly Index<Account> ByEmail = Table.UniqueIndex("idx_accounts_email", Email);
}

public static class RoleTable
{
    public static readonly Table<Role> Table = new("roles");
    public static readonly Field<Role, string> Id = Table.Key(r => r.Id);
    public static readonly Field<Role, string> AccountId = Table.Required("account_id", r => r.AccountId);
    public static readonly Field<Role, RoleKind?> Kind = Table.Optional("role", r => r.Kind, EnumStorage.Number);
    public static readonly Field<Role, string?> ProjectId = Table.Optional("project_id", r => r.ProjectId);
    public static readonly Field<Role, string?> OrgId = Table.Optional("org_id", r => r.OrgId);
    public static readonly Field<Role, long?> CreatedAt = Table.Optional("created_at", r => r.CreatedAt);
    public static readonly Field<Role, long?> UpdatedAt = Table.Optional("updated_at", r => r.UpdatedAt);
    public static readonly Index<Role> ByAccount = Table.UniqueIndex("idx_roles_account_id", AccountId);
}
