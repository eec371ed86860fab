using TypedMigrations;
using Old = TM0305.M20260101_First;

namespace TM0305.M20260101_First
{
    public sealed class First : Migration;

    public static class CustomerTable
    {
        public static readonly Table<Customer> Table = new("TM0305_customers");
        public static readonly Field<Customer, string> Id = Table.Key(c => c.Id);
        public static readonly Field<Customer, string?> Name = Table.Optional("name", c => c.Name);
    }

    public sealed record Customer(string Id, string? Name);
}

namespace TM0305.M20260102_Second
{
    public sealed class Second : Migration
    {
        public override void Up(Steps up) => up.Rename(Old.CustomerTable.Name, CustomerTable.Number);
    }

    public static class CustomerTable
    {
        public static readonly Table<Customer> Table = new("TM0305_customers");
        public static readonly Field<Customer, string> Id = Table.Key(c => c.Id);
        public static readonly Field<Customer, int?> Number = Table.Optional("number", c => c.Number);
    }

    public sealed record Customer(string Id, int? Number);
}
