using TypedMigrations;

namespace TM0304.M20260101_First
{
    public sealed class First : Migration;

    public static class CustomerTable
    {
        public static readonly Table<Customer> Table = new("TM0304_customers");
        public static readonly Field<Customer, string> Id = Table.Key(c => c.Id);
        public static readonly Field<Customer, string?> Name = Table.Optional("name", c => c.Name);
    }

    public sealed record Customer(string Id, string? Name);
}

namespace TM0304.M20260102_Second
{
    public sealed class Second : Migration;

    public static class CustomerTable
    {
        public static readonly Table<Customer> Table = new("TM0304_customers");
        public static readonly Field<Customer, string> Id = Table.Key(c => c.Id);
        public static readonly Field<Customer, int> Name = Table.Required("name", c => c.Name);
    }

    public sealed record Customer(string Id, int Name);
}
