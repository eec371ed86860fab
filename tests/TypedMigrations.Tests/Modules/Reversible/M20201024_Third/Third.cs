namespace TypedMigrations.Tests.Modules.Reversible.M20201024_Third;

public sealed record Order(string Id, string Buyer);

public static class OrderTable
{
    public static readonly Table<Order> Table = new("orders");
    public static readonly Field<Order, string> Id = Table.Key(o => o.Id);
    public static readonly Field<Order, string> Buyer = Table.Required("buyer", o => o.Buyer);
}

public sealed class Third : Migration
{
    public override void Up(Steps up) => up.Drop(M20201022_Second.OrderTable.Amount);

    public override void Down(Steps down) => throw new InvalidOperationException("No.");
}
