using Old = TypedMigrations.Tests.Modules.Shop.M20201006_First;

namespace TypedMigrations.Tests.Modules.Shop.Sales.M20201022093000__Two__Steps;

public sealed record Order(string Id, string Buyer, long Amount);

public static class OrderTable
{
    public static readonly Table<Order> Table = new("orders");
    public static readonly Field<Order, string> Id = Table.Key(o => o.Id);
    public static readonly Field<Order, string> Buyer = Table.Required("buyer", o => o.Buyer);
    public static readonly Field<Order, long> Amount = Table.Required("amount", o => o.Amount);
}

// Derives from Migration by way of another class.
public sealed class TwoSteps : ShopMigration
{
    public override void Up(Steps up)
    {
        up.Rename(Old.OrderTable.Customer, OrderTable.Buyer);
        up.Convert(Old.OrderTable.Amount, OrderTable.Amount, euros => euros * 100L);
    }
}
