using LiteDB;

namespace TypedMigrations.LiteDb.Tests.Modules.Keys.M20240101_Before;

public sealed record Order(ObjectId Id, string Text);

public sealed record Line(int Id, ObjectId OrderId);

public static class OrderTable
{
    public static readonly Table<Order> Table = new("orders");
    public static readonly Field<Order, ObjectId> Id = Table.Key(o => o.Id);
    public static readonly Field<Order, string> Text = Table.Required("text", o => o.Text);
}

public static class LineTable
{
    public static readonly Table<Line> Table = new("lines");
    public static readonly Field<Line, int> Id = Table.Key(l => l.Id);
    public static readonly Field<Line, ObjectId> OrderId = Table.Required("order_id", l => l.OrderId);
}

public sealed class Before : Migration;
