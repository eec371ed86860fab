using LiteDB;

namespace Shop;

/// <summary>Migrations without a migrator: each inserts its row and a mark that it was done.</summary>
internal static class Migrations
{
    public static void Apply(LiteDatabase database, int known)
    {
        var done = database.GetCollection("migrations");
        var entries = database.GetCollection<Entry>("entries");
        for (var row = 0; row < known; row++)
        {
            if (done.FindById(row) is not null)
                continue;
            database.BeginTrans();
            if (row == 0)
                entries.EnsureIndex(entry => entry.Code, unique: true);
            // With its key beside it: LiteDB takes a 0 in a record for no key.
            entries.Insert(row, new Entry(row, Start.CodeOf(row), $"Entry {row}", 100L * row, Active: true));
            done.Insert(new BsonDocument { ["_id"] = row, ["at"] = DateTime.UtcNow });
            database.Commit();
        }
    }
}
