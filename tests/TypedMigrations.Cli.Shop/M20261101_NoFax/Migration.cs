using TypedMigrations;
using Old = Shop.M20261015_FullNames;

namespace Shop.M20261101_NoFax;

public sealed class NoFax : Migration
{
    public override void Up(Steps up) => up.Drop(Old.CustomerTable.Fax);
}
