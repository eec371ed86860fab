namespace TypedMigrations.Benchmarks.Documents.SplitIndexed.M20200102_Notes;

public sealed record Person(int Id, string Name, string Mail, string City, string Points, DateTime Born, bool Active, Address Address, string[] Tags);

public sealed record Address(string Street, string Zip, string Country);

public sealed record Note(int Id, string Text, decimal Balance);
