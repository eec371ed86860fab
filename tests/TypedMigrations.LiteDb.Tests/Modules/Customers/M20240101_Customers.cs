namespace TypedMigrations.LiteDb.Tests.Modules.Customers.M20240101_Customers;

public sealed record Customer(string Id, string Name, int? Age, string? Mail, Home? Home, IReadOnlyList<Phone> Phones, IReadOnlyDictionary<string, int> Scores, IReadOnlyList<string>? Tags, object? Anything);

public sealed record Home(string City);

public sealed record Phone(string Number, string? Kind);

public sealed record Order(int Id);

public static class CustomerTable
{
    public static readonly Table<Customer> Table = new("customers");
    public static readonly Field<Customer, string> Id = Table.Key(c => c.Id);
    public static readonly Field<Customer, string> Name = Table.Required("name", c => c.Name);
    public static readonly Field<Customer, int?> Age = Table.Optional("age", c => c.Age);
    public static readonly Field<Customer, string?> Mail = Table.Optional("mail", c => c.Mail);
    public static readonly Field<Customer, Home?> Home = Table.Optional("home", c => c.Home);
    public static readonly Field<Customer, string> City = Home.Required("city", h => h.City);
    public static readonly Field<Customer, IReadOnlyList<Phone>> Phones = Table.Required("phones", c => c.Phones);
    public static readonly Field<Customer, string> Number = Phones.Each().Required("number", p => p.Number);
    public static readonly Field<Customer, string?> Kind = Phones.Each().Optional("kind", p => p.Kind);
    public static readonly Field<Customer, IReadOnlyDictionary<string, int>> Scores = Table.Required("scores", c => c.Scores);
    public static readonly Field<Customer, IReadOnlyList<string>?> Tags = Table.Optional("tags", c => c.Tags);
    public static readonly Field<Customer, object?> Anything = Table.Optional("anything", c => c.Anything);
    public static readonly Index<Customer> ByName = Table.Index("idx_name", Name);
    public static readonly Index<Customer> ByMail = Table.UniqueIndexWherePresent("idx_mail", Mail);
    public static readonly Index<Customer> ByNumber = Table.Index("idx_number", Number);
}

public static class OrderTable
{
    public static readonly Table<Order> Table = new("orders");
    public static readonly Field<Order, int> Id = Table.Key(o => o.Id);
}

public sealed class Customers : Migration;
