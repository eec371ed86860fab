namespace TypedMigrations.Tests.Modules.Reversible.M20201006_First;

public sealed record Order(string Id, string Customer, int Amount);

public static class OrderTable
{
    public static readonly Table<Order> Table = new("orders");
    public static readonly Field<Order, string> Id = Table.Key(o => o.Id);
    public static readonly Field<Order, string> Customer = Table.Required("customer", o => o.Customer);
    public static readonly Field<Order, int> Amount = Table.Required("amount", o => o.Amount);
}

public sealed class First : ReversibleMigration;
