using System.Text.Json;
using LiteDB;

namespace Host;

/// <summary>Serves the accounts as they are in the database, with every field that their documents have but the secret ones.</summary>
internal static class AccountsEndpoint
{
    private static readonly string[] Secrets = ["password", "verification_token"];

    public static void MapAccounts(this WebApplication app) => app.MapGet("/accounts", WriteAccounts);

    private static async Task WriteAccounts(ILiteDatabase database, HttpResponse response, CancellationToken cancellation)
    {
        response.ContentType = "application/json; charset=utf-8";
        await using var json = new Utf8JsonWriter(response.BodyWriter);
        json.WriteStartArray();
        foreach (var page in database.Pages("accounts"))
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
}
