namespace TypedMigrations.Benchmarks.Documents.Seeded.M20200101_People;

public sealed record Person(int Id, string Name, string Mail, string City, string Points, DateTime Born, decimal Balance, bool Active, string Note, Address Address, string[] Tags);

public sealed record Address(string Street, string Zip, string Country);
