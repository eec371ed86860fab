using ShopFirst = TypedMigrations.Tests.Modules.Shop.M20201006_First;

namespace TypedMigrations.Tests.Modules.Billing.M20201006_Invoices;

public sealed record Invoice(string Id);

public static class InvoiceTable
{
    public static readonly Table<Invoice> Table = new("invoices");
    public static readonly Field<Invoice, string> Id = Table.Key(i => i.Id);
}

// By name Billing comes before Shop; the dependency decides.
[DependsOn<ShopFirst.First>]
public sealed class Invoices : Migration
{
    public override void Up(Steps up) => up.Insert(ShopFirst.OrderTable.Table, InvoiceTable.Table, (order, _) => new Invoice(order.Id));
}
