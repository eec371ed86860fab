using TypedMigrations;
using Old = Disco.M20201030_MapsBecomeTables;
using Owner = Accounts.M20201107_AvatarsAndLogosBecomeResources;

namespace Disco.M20201109_SurveyNames;

[DependsOn<Owner.AvatarsAndLogosBecomeResources>]
public sealed class SurveyNames : Migration
{
    public override void Up(Steps up)
    {
        up.Fill(SurveyProjectTable.Name, Old.SurveyProjectTable.Table, NameOfProject);
        up.Fill(SurveyUserTable.Name, Old.SurveyUserTable.Table, NameOfUser);
        up.MakeUnique(SurveyProjectTable.Name, (name, n) => $"{name} ({n})");
        up.MakeUnique(SurveyUserTable.Name, (name, n) => $"{name} ({n})");
    }

    private static string NameOfProject(Old.SurveyProject survey, StateBefore old) =>
        FirstText(old.Find(Owner.ProjectTable.Id, survey.AccountProjectId)?.Name, survey.AccountProjectId, survey.Id);

    /// <summary>What stands before the @: a name is shown to others, who need not know the address.</summary>
    private static string NameOfUser(Old.SurveyUser user, StateBefore old) =>
        FirstText(LocalPart(old.Find(Owner.AccountTable.Id, user.AccountId)?.Email), user.AccountId, user.Id);

    private static string? LocalPart(string? email) => email?.Split('@')[0];

    /// <summary>The project or account may be gone, or have no name. Its id is known then, and if not that, the document's own, unless that is blank.</summary>
    private static string FirstText(params string?[] candidates) => candidates.FirstOrDefault(text => !string.IsNullOrWhiteSpace(text)) ?? "unnamed";
}
