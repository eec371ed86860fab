using LiteDB;
using TypedMigrations.LiteDb;
using TypedMigrations.Torture.Depot;

namespace TypedMigrations.Torture.Scenes;

/// <summary>A database that has the first migration and years of documents, written by LiteDB alone, with much that no constant declares.</summary>
internal static class OldDepot
{
    /// <summary>Makes it.</summary>
    /// <param name="place">Where there is none yet.</param>
    /// <param name="documents">How many customers and orders there are in all.</param>
    /// <param name="leavesLog">Whether the application ended without writing its log into the file.</param>
    public static async Task MakeAsync(Place place, int documents, bool leavesLog)
    {
        using (var store = new LiteDbStore(place.ConnectionString))
            await new Migrator([new DepotModule()], store, new MigrationOptions { Target = DepotModule.First }).RunAsync();

        using var database = new LiteDatabase(new ConnectionString { Filename = place.Database, Password = place.Password });
        if (leavesLog)
            database.CheckpointSize = 0;
        database.UserVersion = 7;
        var customers = Math.Max(documents / 2, 1);
        database.GetCollection("customers").Insert(Enumerable.Range(0, customers).Select(number => Customer(number, customers)));
        database.GetCollection("orders").Insert(Enumerable.Range(0, documents - customers).Select(number => Order(number, customers)));
        database.GetCollection("settings").Insert([new BsonDocument { ["_id"] = 1, ["theme"] = "" }, new BsonDocument { ["_id"] = "two", ["size"] = 1.5 }]);
        database.GetCollection("settings").EnsureIndex("by_theme", "$.theme");
        database.GetCollection("emptied").Insert(new BsonDocument { ["_id"] = 1 });
        database.GetCollection("emptied").Delete(1);
        if (leavesLog)
            database.Commit();
    }

    private static BsonDocument Customer(int number, int customers)
    {
        var customer = new BsonDocument { ["_id"] = $"c{number}", ["name"] = $"First{number % 40} Last{number % (1 + (customers * 2 / 3))}", ["mail"] = $"{number}@Members.example" };
        if (number % 3 != 0)
            customer["town"] = number % 3 == 1 ? $"Town {number % 25}" : BsonValue.Null;
        customer["legacy"] = Legacy(number);
        return customer;
    }

    private static BsonDocument Order(int number, int customers)
    {
        var order = new BsonDocument { ["_id"] = number, ["customer_id"] = $"c{number * 7 % customers}", ["total"] = number / 4.0, ["state"] = number % 5 == 0 ? "closed" : "open" };
        if (number % 4 == 0)
            order["tags"] = new BsonArray(Enumerable.Range(0, number % 3).Select(tag => new BsonValue($"tag {tag} of {number}")));
        order["note"] = new string((char)('a' + (number % 26)), number % 300);
        return order;
    }

    /// <summary>Every type that LiteDB knows.</summary>
    private static BsonValue Legacy(int number) => (number % 6) switch
    {
        0 => new BsonDocument { ["shoe"] = new BsonDocument { ["size"] = number % 50, ["laces"] = "" }, ["when"] = new DateTime(2020, 10, 6, 7, 8, 9, 123, DateTimeKind.Utc).AddMinutes(number) },
        1 => new BsonArray(new BsonDocument { ["deep"] = new BsonArray(new BsonArray(), "", "  ", BsonValue.Null, 1, 1L, 1.0, 1m) }),
        2 => new BsonDocument { ["bytes"] = new byte[] { 0, 255, (byte)number }, ["guid"] = new Guid(number, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10), ["object"] = new ObjectId(number, 1, 2, 3) },
        3 => new BsonDocument { [" padded "] = " kept ", ["Größe"] = "ẞßſ ma\u00ADria ❤️", ["large"] = long.MaxValue - number, ["exact"] = 0.10m },
        4 => BsonValue.Null,
        _ => new string('x', number % 900),
    };
}
