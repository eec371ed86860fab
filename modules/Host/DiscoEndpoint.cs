using System.Text.Json;
using LiteDB;

namespace Host;

/// <summary>Serves the campaigns as they are in the database, each with the name of the survey of its project, null where there is none.</summary>
internal static class DiscoEndpoint
{
    private const string SurveyName = "survey_project_name";

    public static void MapDisco(this WebApplication app) => app.MapGet("/disco", WriteCampaigns);

    private static async Task WriteCampaigns(ILiteDatabase database, HttpResponse response, CancellationToken cancellation)
    {
        response.ContentType = "application/json; charset=utf-8";
        await using var json = new Utf8JsonWriter(response.BodyWriter);
        json.WriteStartArray();
        foreach (var page in database.Pages("disco_projects"))
        {
            foreach (var campaign in page)
            {
                campaign[SurveyName] = NameOfSurvey(database, campaign["sys_account_project_ref_id"]);
                PlainJson.Write(json, campaign);
            }

            await json.FlushAsync(cancellation);
            await response.BodyWriter.FlushAsync(cancellation);
        }

        json.WriteEndArray();
    }

    private static BsonValue NameOfSurvey(ILiteDatabase database, BsonValue project) =>
        database.GetCollection("survey_projects").FindOne(Query.EQ("sys_account_project_ref_id", project))?[SurveyName] ?? BsonValue.Null;
}
