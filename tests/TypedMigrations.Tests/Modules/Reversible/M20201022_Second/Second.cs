using Old = TypedMigrations.Tests.Modules.Reversible.M20201006_First;

namespace TypedMigrations.Tests.Modules.Reversible.M20201022_Second;

public sealed record Order(string Id, string Buyer, int Amount);

public static class OrderTable
{
    public static readonly Table<Order> Table = new("orders");
    public static readonly Field<Order, string> Id = Table.Key(o => o.Id);
    public static readonly Field<Order, string> Buyer = Table.Required("buyer", o => o.Buyer);
    public static readonly Field<Order, int> Amount = Table.Required("amount", o => o.Amount);
}

[Additive]
public sealed class Second : Migration
{
    public override void Up(Steps up) => up.Rename(Old.OrderTable.Customer, OrderTable.Buyer);

    public override void Down(Steps down) => down.Rename(OrderTable.Buyer, Old.OrderTable.Customer);
}

public sealed class Buyers : BootstrapSeed
{
    public override void Insert(Seeds seeds) => seeds.Insert(OrderTable.Table, [new Order("a", "A", 1)]);
}
