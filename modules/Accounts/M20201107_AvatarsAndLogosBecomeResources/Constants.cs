using TypedMigrations;

namespace Accounts.M20201107_AvatarsAndLogosBecomeResources;

// Old databases were written by a program that left empty values out. So a field is required only where an index
// needs it or a migration filled it, and every other one is optional.

public static class AccountTable
{
    public static readonly Table<Account> Table = new("accounts");
    public static readonly Field<Account, string> Id = Table.Key(a => a.Id);
    public static readonly Field<Account, string> Email = Table.Required("email", a => a.Email);
    public static readonly Field<Account, string?> Password = Table.Optional("password", a => a.Password);
    public static readonly Field<Account, long?> CreatedAt = Table.Optional("created_at", a => a.CreatedAt);
    public static readonly Field<Account, long?> UpdatedAt = Table.Optional("updated_at", a => a.UpdatedAt);
    public static readonly Field<Account, long?> LastLogin = Table.Optional("last_login", a => a.LastLogin);
    public static readonly Field<Account, bool?> Disabled = Table.Optional("disabled", a => a.Disabled);
    public static readonly Field<Account, bool> Verified = Table.Required("verified", a => a.Verified);
    public static readonly Field<Account, string?> VerificationToken = Table.Optional("verification_token", a => a.VerificationToken);
    public static readonly Field<Account, string?> AvatarResourceId = Table.Optional("avatar_resource_id", a => a.AvatarResourceId);
    public static readonly Index<Account> ByEmail = Table.UniqueIndex("idx_accounts_email", Email);
    public static readonly Index<Account> ByAvatar = Table.UniqueIndexWherePresent("idx_accounts_avatar_resource_id", AvatarResourceId);
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
    public static readonly Index<Role> ByAccount = Table.Index("idx_roles_account_id", AccountId);
}

public static class OrgTable
{
    public static readonly Table<Org> Table = new("orgs");
    public static readonly Field<Org, string> Id = Table.Key(o => o.Id);
    public static readonly Field<Org, string?> Name = Table.Optional("name", o => o.Name);
    public static readonly Field<Org, string?> LogoResourceId = Table.Optional("logo_resource_id", o => o.LogoResourceId);
    public static readonly Field<Org, string?> Contact = Table.Optional("contact", o => o.Contact);
    public static readonly Field<Org, long?> CreatedAt = Table.Optional("created_at", o => o.CreatedAt);
    public static readonly Field<Org, string?> AccountId = Table.Optional("account_id", o => o.AccountId);
    public static readonly Index<Org> ByName = Table.UniqueIndexWherePresent("idx_orgs_name", Name);
    public static readonly Index<Org> ByLogo = Table.UniqueIndexWherePresent("idx_orgs_logo_resource_id", LogoResourceId);
}

public static class ProjectTable
{
    public static readonly Table<Project> Table = new("projects");
    public static readonly Field<Project, string> Id = Table.Key(p => p.Id);
    public static readonly Field<Project, string?> Name = Table.Optional("name", p => p.Name);
    public static readonly Field<Project, string?> LogoResourceId = Table.Optional("logo_resource_id", p => p.LogoResourceId);
    public static readonly Field<Project, long?> CreatedAt = Table.Optional("created_at", p => p.CreatedAt);
    public static readonly Field<Project, string?> AccountId = Table.Optional("account_id", p => p.AccountId);
    public static readonly Field<Project, string?> OrgId = Table.Optional("org_id", p => p.OrgId);
    public static readonly Field<Project, string?> OrgName = Table.Optional("org_name", p => p.OrgName);
    public static readonly Index<Project> ByName = Table.UniqueIndexWherePresent("idx_projects_name", Name);
    public static readonly Index<Project> ByLogo = Table.UniqueIndexWherePresent("idx_projects_logo_resource_id", LogoResourceId);
}
