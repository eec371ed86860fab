using System.Text.Json;
using LiteDB;

namespace Host;

/// <summary>Serves the accounts as they are in the database, with every field that their documents have but the secret ones.</summary>
internal static class AccountsEndpoint
{
    private const int PageSize = 500;

    private static readonly string[] Secrets = ["password", "verification_token"];

    public static void MapAccounts(this WebApplication app) => app.MapGet("/accounts", WriteAccounts);

    private static async Task WriteAccounts(ILiteDatabase database, HttpResponse response, CancellationToken cancellation)
    {
        response.ContentType = "application/json; charset=utf-8";
        await using var json = new Utf8JsonWriter(response.BodyWriter);
        json.WriteStartArray();
        for (var page = Page(database, after: null); page.Count > 0; page = Page(database, page[^1]["_id"]))
        {
            foreach (var account in page)
            {
                foreach (var secret in Secrets)
                    account.Remove(secret);
                PlainJson.Write(json, account);
            }

            await json.FlushAsync(cancellation);
            await response.BodyWriter.FlushAsync(cancellation);
        }

        json.WriteEndArray();
    }

    // A cursor of LiteDB belongs to the thread that opened it, which an await may leave: so whole pages, by key.
    private static List<BsonDocument> Page(ILiteDatabase database, BsonValue? after)
    {
        var accounts = database.GetCollection("accounts").Query();
        var rest = after is null ? accounts : accounts.Where(Query.GT("_id", after));
        return rest.OrderBy("_id").Limit(PageSize).ToList();
    }
}
