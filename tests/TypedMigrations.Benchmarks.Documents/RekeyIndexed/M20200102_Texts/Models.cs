namespace TypedMigrations.Benchmarks.Documents.RekeyIndexed.M20200102_Texts;

public sealed record Person(string Id, string Name, string Mail, string City, string Points, DateTime Born, decimal Balance, bool Active, string Note, Address Address, string[] Tags);

public sealed record Address(string Street, string Zip, string Country);
