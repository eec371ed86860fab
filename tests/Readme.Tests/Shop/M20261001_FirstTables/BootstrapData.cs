using TypedMigrations;

namespace Shop.M20261001_FirstTables;

public sealed class BootstrapData : BootstrapSeed
{
    public override void Insert(Seeds seeds) =>
        seeds.Insert(CustomerTable.Table, seeds.Json<Customer>("bootstrap-data.json"));
}
