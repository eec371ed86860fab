using LiteDB;
using Old = TypedMigrations.LiteDb.Tests.Modules.Keys.M20240101_Before;

namespace TypedMigrations.LiteDb.Tests.Modules.Keys.M20240102_After;

public sealed record Order(ObjectId Id, string Text);

public sealed record Line(int Id, ObjectId OrderId);

public sealed record Bill(Guid Id, ObjectId OrderId, string? Title);

public static class OrderTable
{
    public static readonly Table<Order> Table = new("orders");
    public static readonly Field<Order, ObjectId> Id = Table.Key(o => o.Id);
    public static readonly Field<Order, string> Text = Table.Required("title", o => o.Text);
}

public static class LineTable
{
    public static readonly Table<Line> Table = new("lines");
    public static readonly Field<Line, int> Id = Table.Key(l => l.Id);
    public static readonly Field<Line, ObjectId> OrderId = Table.Required("order_id", l => l.OrderId);
}

public static class BillTable
{
    public static readonly Table<Bill> Table = new("bills");
    public static readonly Field<Bill, Guid> Id = Table.Key(b => b.Id);
    public static readonly Field<Bill, ObjectId> OrderId = Table.Required("order_id", b => b.OrderId);
    public static readonly Field<Bill, string?> Title = Table.Optional("title", b => b.Title);
}

public sealed class After : Migration
{
    public override void Up(Steps up)
    {
        up.Rename(Old.OrderTable.Text, OrderTable.Text);
        up.Insert(Old.LineTable.Table, BillTable.Table, (line, before) =>
            new Bill(new Guid(line.Id, 0, 0, new byte[8]), line.OrderId, before.Find(Old.OrderTable.Id, line.OrderId)?.Text));
    }
}
