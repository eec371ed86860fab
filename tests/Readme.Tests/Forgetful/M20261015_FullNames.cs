using TypedMigrations;

namespace Forgetful.M20261015_FullNames;

public static class CustomerTable
{
    public static readonly Table<Customer> Table = new("customers");
    public static readonly Field<Customer, string> Id = Table.Key(c => c.Id);
}

public sealed record Customer(string Id);

public sealed class FullNames : Migration;
