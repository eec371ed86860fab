using System.Text.Json;
using LiteDB;
using TypedMigrations;
using TypedMigrations.Benchmarks.Documents.Seeded;
using TypedMigrations.Benchmarks.Documents.Seeded.M20200101_People;
using JsonSerializer = System.Text.Json.JsonSerializer;

// The database, then the file with the records where they are inserted by hand.
if (args is [var seeded])
{
    await (await LiteDbMigrations.RunAsync($"Filename={seeded}", [new SeededModule()])).DisposeAsync();
    return 0;
}

if (args is [var made, var file])
{
    using var database = new LiteDatabase($"Filename={made}");
    using var records = File.OpenRead(file);
    database.GetCollection<Person>("people").Insert(JsonSerializer.DeserializeAsyncEnumerable<Person>(records, JsonSerializerOptions.Web).ToBlockingEnumerable()!);
    database.Checkpoint();
    return 0;
}

return 64;
