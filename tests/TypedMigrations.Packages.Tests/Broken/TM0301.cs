using TypedMigrations;

namespace TM0301.M20260101_First
{
    public sealed class First : Migration;

    public static class CustomerTable
    {
        public static readonly Table<Customer> Table = new("TM0301_customers");
        public static readonly Field<Customer, string> Id = Table.Key(c => c.Id);
    }

    public sealed record Customer(string Id);
}

namespace TM0301.M20260102_Second
{
    public sealed class Second : Migration;

    public static class CustomerTable
    {
        public static readonly Table<Customer> Table = new("clients");
        public static readonly Field<Customer, string> Id = Table.Key(c => c.Id);
    }

    public sealed record Customer(string Id);
}
