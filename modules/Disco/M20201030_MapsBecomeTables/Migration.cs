using System.Globalization;
using TypedMigrations;
using Old = Disco.M20201029_OrgReferenceRenamed;
using Owner = Accounts.M20201024_OrganizationsAndProjects;

namespace Disco.M20201030_MapsBecomeTables;

/// <remarks>Every entry of the maps becomes a document. One that cannot become one fails the run, so that none is lost.</remarks>
[DependsOn<Owner.OrganizationsAndProjects>]
public sealed class MapsBecomeTables : Migration
{
    public override void Up(Steps up)
    {
        up.Extract(Old.SurveyProjectTable.SupportRoles, SupportRoleTypeTable.Table, (survey, entry, place) =>
            new SupportRoleType(KeyOf(survey.Id, survey.SchemaTypes?.SupportRoles, place, e => e.Id), survey.Id, entry.Name, entry.Comment, entry.Description, entry.UnitOfMeasures));
        up.Extract(Old.SurveyProjectTable.UserNeeds, UserNeedTypeTable.Table, (survey, entry, place) =>
            new UserNeedType(KeyOf(survey.Id, survey.SchemaTypes?.UserNeeds, place, e => e.Id), survey.Id, entry.Name, entry.Comment, entry.Description, entry.UnitOfMeasures));
        up.Extract(Old.SurveyUserTable.SupportRoles, SupportRoleValueTable.Table, (answer, entry, place) =>
            new SupportRoleValue(KeyOf(answer.Id, answer.SchemaValues?.SupportRoles, place, e => e.Id), answer.Id, entry.TypeId, Pledge(entry.Pledged), entry.Comment));
        up.Extract(Old.SurveyUserTable.UserNeeds, UserNeedValueTable.Table, (answer, entry, place) =>
            new UserNeedValue(KeyOf(answer.Id, answer.SchemaValues?.UserNeeds, place, e => e.Id), answer.Id, entry.TypeId, Pledge(entry.Pledged), entry.Comment));

        // A map may hold more than its two lists. What else there is stays in the document, rather than go with the map.
        up.Hoist(Old.SurveyProjectTable.SchemaTypes);
        up.Hoist(Old.SurveyUserTable.SchemaValues);
        up.Drop(Old.SurveyProjectTable.FilterTypes);
        up.Drop(Old.SurveyUserTable.SchemaFilters);

        up.MakeUnique(SupportRoleTypeTable.Name, (name, n) => $"{name} ({n})");
        up.MakeUnique(UserNeedTypeTable.Name, (name, n) => $"{name} ({n})");
    }

    /// <summary>
    /// The entry's own id. Where it has none, or one before it in the list has the same, the key is made from the place. One that
    /// another document took fails the run: answers name it, and could mean either.
    /// </summary>
    private static string KeyOf<TEntry>(string owner, IReadOnlyList<TEntry>? entries, int place, Func<TEntry, string?> idOf)
    {
        var id = idOf(entries![place]);
        if (string.IsNullOrWhiteSpace(id))
            return $"{owner}:{place}";
        return entries.Take(place).Any(earlier => IsSameKey(idOf(earlier), id)) ? $"{id}:{place}" : id;
    }

    // As LiteDB's default collation compares keys.
    private static bool IsSameKey(string? one, string other) => string.Equals(one, other, StringComparison.InvariantCultureIgnoreCase);

    /// <summary>Nothing stays nothing. Less than nothing, parts of one and words have no place in the new field: they fail the run.</summary>
    private static ulong? Pledge(object? pledged) => pledged switch
    {
        null => null,
        string text when string.IsNullOrWhiteSpace(text) => null,
        string text => ulong.Parse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture),
        int number => checked((ulong)number),
        long number => checked((ulong)number),
        double number when double.IsInteger(number) => checked((ulong)number),
        decimal number when decimal.IsInteger(number) => checked((ulong)number),
        _ => throw new FormatException($"A {pledged.GetType().Name} that is no whole number cannot be pledged."),
    };
}
