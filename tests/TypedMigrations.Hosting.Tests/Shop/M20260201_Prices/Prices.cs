using TypedMigrations;

namespace Shop.M20260201_Prices;

public sealed record Product(string Id, string Name, long? Price);

public static class ProductTable
{
    public static readonly Table<Product> Table = new("products");
    public static readonly Field<Product, string> Id = Table.Key(product => product.Id);
    public static readonly Field<Product, string> Name = Table.Required("name", product => product.Name);
    public static readonly Field<Product, long?> Price = Table.Optional("price", product => product.Price);
}

public sealed class Prices : Migration;
