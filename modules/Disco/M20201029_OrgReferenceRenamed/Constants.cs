using TypedMigrations;
using Owner = Accounts.M20201024_OrganizationsAndProjects;

namespace Disco.M20201029_OrgReferenceRenamed;

// Old databases were written by a program that left empty values out. So a field is required only where an index
// needs it, and every other one is optional.

public static class SurveyProjectTable
{
    public static readonly Table<SurveyProject> Table = new("survey_projects");
    public static readonly Field<SurveyProject, string> Id = Table.Key(s => s.Id);
    public static readonly Field<SurveyProject, string> AccountProjectId = Table.Required("sys_account_project_ref_id", s => s.AccountProjectId);
    public static readonly Field<SurveyProject, SurveyTypes?> SchemaTypes = Table.Optional("survey_schema_types", s => s.SchemaTypes);
    public static readonly Field<SurveyProject, IReadOnlyList<TypeEntry>?> SupportRoles = SchemaTypes.Optional("supportRoles", t => t.SupportRoles);
    public static readonly Field<SurveyProject, string?> SupportRoleId = SupportRoles.Each().Optional("id", e => e.Id);
    public static readonly Field<SurveyProject, string?> SupportRoleName = SupportRoles.Each().Optional("name", e => e.Name);
    public static readonly Field<SurveyProject, string?> SupportRoleComment = SupportRoles.Each().Optional("comment", e => e.Comment);
    public static readonly Field<SurveyProject, string?> SupportRoleDescription = SupportRoles.Each().Optional("description", e => e.Description);
    public static readonly Field<SurveyProject, string?> SupportRoleUnitOfMeasures = SupportRoles.Each().Optional("unit_of_measures", e => e.UnitOfMeasures);
    public static readonly Field<SurveyProject, IReadOnlyList<TypeEntry>?> UserNeeds = SchemaTypes.Optional("userNeeds", t => t.UserNeeds);
    public static readonly Field<SurveyProject, string?> UserNeedId = UserNeeds.Each().Optional("id", e => e.Id);
    public static readonly Field<SurveyProject, string?> UserNeedName = UserNeeds.Each().Optional("name", e => e.Name);
    public static readonly Field<SurveyProject, string?> UserNeedComment = UserNeeds.Each().Optional("comment", e => e.Comment);
    public static readonly Field<SurveyProject, string?> UserNeedDescription = UserNeeds.Each().Optional("description", e => e.Description);
    public static readonly Field<SurveyProject, string?> UserNeedUnitOfMeasures = UserNeeds.Each().Optional("unit_of_measures", e => e.UnitOfMeasures);
    public static readonly Field<SurveyProject, IReadOnlyDictionary<string, object?>?> FilterTypes = Table.Optional("survey_filter_types", s => s.FilterTypes);
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
    public static readonly Field<SurveyUser, SurveyValues?> SchemaValues = Table.Optional("survey_schema_values", s => s.SchemaValues);
    public static readonly Field<SurveyUser, IReadOnlyList<ValueEntry>?> SupportRoles = SchemaValues.Optional("supportRoles", v => v.SupportRoles);
    public static readonly Field<SurveyUser, string?> SupportRoleId = SupportRoles.Each().Optional("id", e => e.Id);
    public static readonly Field<SurveyUser, string?> SupportRoleTypeId = SupportRoles.Each().Optional("type_id", e => e.TypeId);
    public static readonly Field<SurveyUser, object?> SupportRolePledged = SupportRoles.Each().Optional("pledged", e => e.Pledged);
    public static readonly Field<SurveyUser, string?> SupportRoleComment = SupportRoles.Each().Optional("comment", e => e.Comment);
    public static readonly Field<SurveyUser, IReadOnlyList<ValueEntry>?> UserNeeds = SchemaValues.Optional("userNeeds", v => v.UserNeeds);
    public static readonly Field<SurveyUser, string?> UserNeedId = UserNeeds.Each().Optional("id", e => e.Id);
    public static readonly Field<SurveyUser, string?> UserNeedTypeId = UserNeeds.Each().Optional("type_id", e => e.TypeId);
    public static readonly Field<SurveyUser, object?> UserNeedPledged = UserNeeds.Each().Optional("pledged", e => e.Pledged);
    public static readonly Field<SurveyUser, string?> UserNeedComment = UserNeeds.Each().Optional("comment", e => e.Comment);
    public static readonly Field<SurveyUser, IReadOnlyDictionary<string, object?>?> SchemaFilters = Table.Optional("survey_schema_filters", s => s.SchemaFilters);
    public static readonly Field<SurveyUser, long?> CreatedAt = Table.Optional("created_at", s => s.CreatedAt);
    public static readonly Field<SurveyUser, long?> UpdatedAt = Table.Optional("updated_at", s => s.UpdatedAt);
    public static readonly Reference ToSurveyProject = SurveyProjectId.References(SurveyProjectTable.Id);
    public static readonly Reference ToAccount = AccountId.References(Owner.AccountTable.Id);
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
