namespace TypedMigrations.Benchmarks.Documents.ConvertIndexed.M20200102_Numbers;

public sealed record Person(int Id, string Name, string Mail, string City, int Points, DateTime Born, decimal Balance, bool Active, string Note, Address Address, string[] Tags);

public sealed record Address(string Street, string Zip, string Country);
