namespace TypedMigrations.StoreContract.Modules.Additive.First.M20240101_Products;

public sealed record Product(string Id, string Name);

public static class ProductTable
{
    public static readonly Table<Product> Table = new("products");
    public static readonly Field<Product, string> Id = Table.Key(p => p.Id);
    public static readonly Field<Product, string> Name = Table.Required("name", p => p.Name);
}

public sealed class Products : Migration;
