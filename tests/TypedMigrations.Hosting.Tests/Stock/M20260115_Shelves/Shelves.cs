using TypedMigrations;

namespace Stock.M20260115_Shelves;

public sealed record Shelf(string Id);

public static class ShelfTable
{
    public static readonly Table<Shelf> Table = new("shelves");
    public static readonly Field<Shelf, string> Id = Table.Key(shelf => shelf.Id);
}

public sealed class Shelves : Migration;
