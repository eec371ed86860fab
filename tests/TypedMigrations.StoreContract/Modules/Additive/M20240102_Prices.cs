namespace TypedMigrations.StoreContract.Modules.Additive.M20240102_Prices;

public sealed record Product(string Id, string Name, int? Price, Size? Size);

public sealed record Size(int Width);

public sealed record Shelf(string Id, string Label);

public static class ProductTable
{
    public static readonly Table<Product> Table = new("products");
    public static readonly Field<Product, string> Id = Table.Key(p => p.Id);
    public static readonly Field<Product, string> Name = Table.Required("name", p => p.Name);
    public static readonly Field<Product, int?> Price = Table.Optional("price", p => p.Price);
    public static readonly Field<Product, Size?> Size = Table.Optional("size", p => p.Size);
    public static readonly Field<Product, int> Width = Size.Required("width", s => s.Width);
    public static readonly Index<Product> ByPrice = Table.Index("idx_products_price", Price);
}

public static class ShelfTable
{
    public static readonly Table<Shelf> Table = new("shelves");
    public static readonly Field<Shelf, string> Id = Table.Key(s => s.Id);
    public static readonly Field<Shelf, string> Label = Table.Required("label", s => s.Label);
    public static readonly Index<Shelf> ByLabel = Table.UniqueIndex("idx_shelves_label", Label);
}

[Additive]
public sealed class Prices : Migration
{
    public override void Up(Steps up) => up.Fill(ProductTable.Price, 0);
}
