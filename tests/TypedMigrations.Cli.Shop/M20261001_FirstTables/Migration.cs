using TypedMigrations;

namespace Shop.M20261001_FirstTables;

public sealed class FirstTables : Migration;

public sealed class BootstrapData : BootstrapSeed
{
    public override void Insert(Seeds seeds) => seeds.Insert(CustomerTable.Table, [new Customer("ada", "Ada", "ADA@example.org", "1"), new Customer("ben", "Ben")]);
}

public sealed class TestData : TestSeed
{
    public override void Insert(Seeds seeds) => seeds.Insert(CustomerTable.Table, [new Customer("test", "Test", "test@example.org")]);
}
