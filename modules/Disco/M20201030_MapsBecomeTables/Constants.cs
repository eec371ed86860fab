using TypedMigrations;
using Owner = Accounts.M20201024_OrganizationsAndProjects;

namespace Disco.M20201030_MapsBecomeTables;

// Old databases were written by a program that left empty values out. So a field is required only where an index
// needs it, and every other one is optional.

public static class SurveyProjectTable
{
    public static readonly Table<SurveyProject> Table = new("survey_projects");
    public static readonly Field<SurveyProject, string> Id = Table.Key(s => s.Id);
    public static readonly Field<SurveyProject, string> AccountProjectId = Table.Required("sys_account_project_ref_id", s => s.AccountProjectId);
    public static readonly Field<SurveyProject, long?> CreatedAt = Table.Optional("created_at", s => s.CreatedAt);
    public static readonly Field<SurveyProject, long?> UpdatedAt = Table.Optional("updated_at", s => s.UpdatedAt);
    public static readonly Index<SurveyProject> ByAccountProject = Table.UniqueIndex("idx_survey_projects_account_ref", AccountProjectId);
    public static readonly Reference ToAccountProject = AccountProjectId.References(Owner.ProjectTable.Id);
}

public static class SurveyUserTable
{
    public static readonly Table<SurveyUser> Table = new("survey_users");
    public static readonly Field<SurveyUser, string> Id = Table.Key(s => s.Id);
    public static readonly Field<SurveyUser, string?> SurveyProjectId = Table.Optional("survey_project_ref_id", s => s.SurveyProjectId);
    public static readonly Field<SurveyUser, string?> AccountId = Table.Optional("sys_account_account_ref_id", s => s.AccountId);
    public static readonly Field<SurveyUser, long?> CreatedAt = Table.Optional("created_at", s => s.CreatedAt);
    public static readonly Field<SurveyUser, long?> UpdatedAt = Table.Optional("updated_at", s => s.UpdatedAt);
    public static readonly Reference ToSurveyProject = SurveyProjectId.References(SurveyProjectTable.Id);
    public static readonly Reference ToAccount = AccountId.References(Owner.AccountTable.Id);
}

public static class SupportRoleTypeTable
{
    public static readonly Table<SupportRoleType> Table = new("support_role_types");
    public static readonly Field<SupportRoleType, string> Id = Table.Key(t => t.Id);
    public static readonly Field<SupportRoleType, string?> SurveyProjectId = Table.Optional("survey_project_ref_id", t => t.SurveyProjectId);
    public static readonly Field<SupportRoleType, string?> Name = Table.Optional("name", t => t.Name);
    public static readonly Field<SupportRoleType, string?> Comment = Table.Optional("comment", t => t.Comment);
    public static readonly Field<SupportRoleType, string?> Description = Table.Optional("description", t => t.Description);
    public static readonly Field<SupportRoleType, string?> UnitOfMeasures = Table.Optional("unit_of_measures", t => t.UnitOfMeasures);
    public static readonly Index<SupportRoleType> ByName = Table.UniqueIndexWherePresent("idx_support_role_types_name", Name);
    public static readonly Reference ToSurveyProject = SurveyProjectId.References(SurveyProjectTable.Id);
}

public static class UserNeedTypeTable
{
    public static readonly Table<UserNeedType> Table = new("user_need_types");
    public static readonly Field<UserNeedType, string> Id = Table.Key(t => t.Id);
    public static readonly Field<UserNeedType, string?> SurveyProjectId = Table.Optional("survey_project_ref_id", t => t.SurveyProjectId);
    public static readonly Field<UserNeedType, string?> Name = Table.Optional("name", t => t.Name);
    public static readonly Field<UserNeedType, string?> Comment = Table.Optional("comment", t => t.Comment);
    public static readonly Field<UserNeedType, string?> Description = Table.Optional("description", t => t.Description);
    public static readonly Field<UserNeedType, string?> UnitOfMeasures = Table.Optional("unit_of_measures", t => t.UnitOfMeasures);
    public static readonly Index<UserNeedType> ByName = Table.UniqueIndexWherePresent("idx_user_need_types_name", Name);
    public static readonly Reference ToSurveyProject = SurveyProjectId.References(SurveyProjectTable.Id);
}

public static class SupportRoleValueTable
{
    public static readonly Table<SupportRoleValue> Table = new("support_role_values");
    public static readonly Field<SupportRoleValue, string> Id = Table.Key(v => v.Id);
    public static readonly Field<SupportRoleValue, string?> SurveyUserId = Table.Optional("survey_user_ref_id", v => v.SurveyUserId);
    public static readonly Field<SupportRoleValue, string?> TypeId = Table.Optional("support_role_type_ref_id", v => v.TypeId);
    public static readonly Field<SupportRoleValue, ulong?> Pledged = Table.Optional("pledged", v => v.Pledged);
    public static readonly Field<SupportRoleValue, string?> Comment = Table.Optional("comment", v => v.Comment);
    public static readonly Reference ToSurveyUser = SurveyUserId.References(SurveyUserTable.Id);
    public static readonly Reference ToType = TypeId.References(SupportRoleTypeTable.Id);
}

public static class UserNeedValueTable
{
    public static readonly Table<UserNeedValue> Table = new("user_need_values");
    public static readonly Field<UserNeedValue, string> Id = Table.Key(v => v.Id);
    public static readonly Field<UserNeedValue, string?> SurveyUserId = Table.Optional("survey_user_ref_id", v => v.SurveyUserId);
    public static readonly Field<UserNeedValue, string?> TypeId = Table.Optional("user_needs_type_ref_id", v => v.TypeId);
    public static readonly Field<UserNeedValue, ulong?> Pledged = Table.Optional("pledged", v => v.Pledged);
    public static readonly Field<UserNeedValue, string?> Comment = Table.Optional("comment", v => v.Comment);
    public static readonly Reference ToSurveyUser = SurveyUserId.References(SurveyUserTable.Id);
    public static readonly Reference ToType = TypeId.References(UserNeedTypeTable.Id);
}

public static class DiscoProjectTable
{
    public static readonly Table<DiscoProject> Table = new("disco_projects");
    public static readonly Field<DiscoProject, string> Id = Table.Key(d => d.Id);
    public static readonly Field<DiscoProject, string> AccountProjectId = Table.Required("sys_account_project_ref_id", d => d.AccountProjectId);
    public static readonly Field<DiscoProject, string> AccountOrgId = Table.Required("sys_account_org_ref_id", d => d.AccountOrgId);
    public static readonly Field<DiscoProject, string?> Goal = Table.Optional("goal", d => d.Goal);
    public static readonly Field<DiscoProject, ulong?> AlreadyPledged = Table.Optional("already_pledged", d => d.AlreadyPledged);
    public static readonly Field<DiscoProject, long?> ActionTime = Table.Optional("action_time", d => d.ActionTime);
    public static readonly Field<DiscoProject, string?> ActionLocation = Table.Optional("action_location", d => d.ActionLocation);
    public static readonly Field<DiscoProject, ulong?> MinPioneers = Table.Optional("min_pioneers", d => d.MinPioneers);
    public static readonly Field<DiscoProject, ulong?> MinRebelsMedia = Table.Optional("min_rebels_media", d => d.MinRebelsMedia);
    public static readonly Field<DiscoProject, ulong?> MinRebelsToWin = Table.Optional("min_rebels_to_win", d => d.MinRebelsToWin);
    public static readonly Field<DiscoProject, string?> ActionType = Table.Optional("action_type", d => d.ActionType);
    public static readonly Field<DiscoProject, string?> ActionLength = Table.Optional("action_length", d => d.ActionLength);
    public static readonly Field<DiscoProject, string?> Category = Table.Optional("category", d => d.Category);
    public static readonly Field<DiscoProject, string?> Contact = Table.Optional("contact", d => d.Contact);
    public static readonly Field<DiscoProject, string?> HistPrecedents = Table.Optional("hist_precedents", d => d.HistPrecedents);
    public static readonly Field<DiscoProject, string?> Strategy = Table.Optional("strategy", d => d.Strategy);
    public static readonly Field<DiscoProject, IReadOnlyList<string>?> VideoUrl = Table.Optional("video_url", d => d.VideoUrl);
    public static readonly Field<DiscoProject, string?> UnitOfMeasures = Table.Optional("unit_of_measures", d => d.UnitOfMeasures);
    public static readonly Field<DiscoProject, long?> CreatedAt = Table.Optional("created_at", d => d.CreatedAt);
    public static readonly Field<DiscoProject, long?> UpdatedAt = Table.Optional("updated_at", d => d.UpdatedAt);
    public static readonly Index<DiscoProject> ByAccountProject = Table.UniqueIndex("idx_disco_projects_account_ref", AccountProjectId);
    public static readonly Index<DiscoProject> ByAccountOrg = Table.UniqueIndex("idx_disco_projects_org_ref", AccountOrgId);
    public static readonly Reference ToAccountProject = AccountProjectId.References(Owner.ProjectTable.Id);
    public static readonly Reference ToAccountOrg = AccountOrgId.References(Owner.OrgTable.Id);
}
