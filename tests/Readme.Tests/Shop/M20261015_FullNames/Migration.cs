using TypedMigrations;
using Old = Shop.M20261001_FirstTables;

namespace Shop.M20261015_FullNames;

public sealed class FullNames : Migration
{
    public override void Up(Steps up)
    {
        up.Rename(Old.CustomerTable.Name, CustomerTable.FullName);
        up.Fill(CustomerTable.Newsletter, false);
        up.Drop(Old.CustomerTable.Fax);
    }
}
