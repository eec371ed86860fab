using LiteDB;
using TypedMigrations.LiteDb;
using TypedMigrations.Torture.Hostility;

namespace TypedMigrations.Torture.Scenes;

/// <summary>A database for the hostile module, with documents that are nested a thousand times.</summary>
internal static class OldThings
{
    private const int Levels = 1_000;

    public static async Task MakeAsync(Place place, int documents)
    {
        using (var store = new LiteDbStore(place.ConnectionString))
            await new Migrator([new HostileModule()], store, new MigrationOptions { Target = "20240101_Before" }).RunAsync();

        using var database = new LiteDatabase(new ConnectionString { Filename = place.Database, Password = place.Password });
        database.GetCollection("things").Insert(Enumerable.Range(0, documents).Select(Thing));
        database.GetCollection("owners").Insert(Enumerable.Range(0, documents).Select(number => new BsonDocument { ["_id"] = $"o{number}", ["thing_id"] = number }));
    }

    private static BsonDocument Thing(int number)
    {
        var thing = new BsonDocument { ["_id"] = number, ["name"] = $"Thing {number / 2}", ["kind"] = "screw" };
        if (number % 50 == 7)
            thing["undeclared"] = Deep();
        return thing;
    }

    private static BsonDocument Deep()
    {
        var value = new BsonDocument { ["end"] = 1 };
        for (var level = 0; level < Levels; level++)
            value = new BsonDocument { ["in"] = value };
        return value;
    }
}
