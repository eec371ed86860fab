using TypedMigrations;

namespace Shop.M20261110_Orders;

public sealed class Orders : Migration
{
    public override void Down(Steps down) => down.Drop(OrderTable.Table);
}
