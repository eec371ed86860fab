namespace TypedMigrations.Tests.Modules.Shop.M20201006_First;

public sealed record Order(string Id, string Customer, int Amount);

public static class OrderTable
{
    public static readonly Table<Order> Table = new("orders");
    public static readonly Field<Order, string> Id = Table.Key(o => o.Id);
    public static readonly Field<Order, string> Customer = Table.Required("customer", o => o.Customer);
    public static readonly Field<Order, int> Amount = Table.Required("amount", o => o.Amount);
    public static readonly Index<Order> ByCustomer = Table.Index("idx_orders_customer", Customer);
}

public sealed class First : ShopMigration;

public sealed class BootstrapData : BootstrapSeed
{
    public static int Calls;

    public override void Insert(Seeds seeds)
    {
        Calls++;
        seeds.Insert(OrderTable.Table, seeds.Json<Order>("bootstrap-data.json"));
    }
}

public sealed class TestData : TestSeed
{
    public override void Insert(Seeds seeds) => seeds.Insert(OrderTable.Table, Enumerable.Range(0, 1000).Select(i => new Order($"t{i}", "test", i)));
}
