using System.Globalization;
using LiteDB;

namespace TypedMigrations.Benchmarks.Documents;

/// <summary>Documents of about 450 bytes, the same in every run.</summary>
internal static class People
{
    public const string Table = "people";

    public static IEnumerable<BsonDocument> Documents(int count)
    {
        var random = new Random(450);
        for (var id = 1; id <= count; id++)
        {
            yield return new BsonDocument
            {
                ["_id"] = id,
                ["name"] = string.Create(CultureInfo.InvariantCulture, $"Name of person {id}"),
                ["mail"] = string.Create(CultureInfo.InvariantCulture, $"user{random.Next()}@example.org"),
                ["city"] = string.Create(CultureInfo.InvariantCulture, $"City {random.Next(1000)}"),
                ["points"] = random.Next(100_000).ToString(CultureInfo.InvariantCulture),
                ["born"] = new DateTime(1950, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(id),
                ["balance"] = random.Next(1_000_000) / 100m,
                ["active"] = id % 3 == 0,
                ["note"] = new string('n', 100) + random.Next(),
                ["address"] = new BsonDocument { ["street"] = string.Create(CultureInfo.InvariantCulture, $"Street {id}"), ["zip"] = random.Next(99_999).ToString("D5", CultureInfo.InvariantCulture), ["country"] = "DE" },
                ["tags"] = new BsonArray { "first", "second", "third" },
            };
        }
    }
}
