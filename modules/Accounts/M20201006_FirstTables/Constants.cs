using TypedMigrations;

namespace Accounts.M20201006_FirstTables;

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
    public static readonly Field<Account, long?> CreatedAt = Table.Optional("created_at", a => a.CreatedAt);
    public static readonly Field<Account, long?> UpdatedAt = Table.Optional("updated_at", a => a.UpdatedAt);
    public static readonly Field<Account, long?> LastLogin = Table.Optional("last_login", a => a.LastLogin);
    public static readonly Field<Account, bool?> Disabled = Table.Optional("disabled", a => a.Disabled);
    public static readonly Index<Account> ByEmail = Table.UniqueIndex("idx_accounts_email", Email);
}

public static class PermissionTable
{
    public static readonly Table<Permission> Table = new("permissions");
    public static readonly Field<Permission, string> Id = Table.Key(p => p.Id);
    public static readonly Field<Permission, string> AccountId = Table.Required("account_id", p => p.AccountId);
    public static readonly Field<Permission, RoleKind?> Kind = Table.Optional("role", p => p.Kind, EnumStorage.Number);
    public static readonly Field<Permission, string?> ProjectId = Table.Optional("project_id", p => p.ProjectId);
    public static readonly Field<Permission, string?> OrgId = Table.Optional("org_id", p => p.OrgId);
    public static readonly Field<Permission, long?> CreatedAt = Table.Optional("created_at", p => p.CreatedAt);
    public static readonly Field<Permission, long?> UpdatedAt = Table.Optional("updated_at", p => p.UpdatedAt);
    public static readonly Index<Permission> ByAccount = Table.UniqueIndex("idx_permissions_account_id", AccountId);
}
