using TypedMigrations;

namespace Shop.M20260101_FirstTables;

public sealed record Product(string Id, string Name);

public static class ProductTable
{
    public static readonly Table<Product> Table = new("products");
    public static readonly Field<Product, string> Id = Table.Key(product => product.Id);
    public static readonly Field<Product, string> Name = Table.Required("name", product => product.Name);
}

public sealed class FirstTables : Migration;
