using TypedMigrations;
namespace TM0210.M20260101_First;

public sealed class First : Migration;

public static class CustomerTable
{
    public static readonly Table<Customer> Table = new("TM0210_customers");
    public static readonly Field<Customer, LiteDB.ObjectId> Id = Table.Key(c => c.Id);
    public static readonly Field<Customer, string?> Name = Table.Optional("name", c => c.Name);
}

public sealed record Customer(LiteDB.ObjectId Id, string? Name);
