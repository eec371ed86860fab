using TypedMigrations;

namespace TM0302.M20260101_First
{
    public sealed class First : Migration;

    public static class CustomerTable
    {
        public static readonly Table<Customer> Table = new("TM0302_customers");
        public static readonly Field<Customer, string> Id = Table.Key(c => c.Id);
        public static readonly Field<Customer, string?> Name = Table.Optional("name", c => c.Name);
    }

    public sealed record Customer(string Id, string? Name);
}

namespace TM0302.M20260102_Second
{
    public sealed class Second : Migration;

    public static class CustomerTable
    {
        public static readonly Table<Customer> Table = new("TM0302_customers");
        public static readonly Field<Customer, string> Id = Table.Key(c => c.Id);
    }

    public sealed record Customer(string Id);
}
