namespace TypedMigrations.Benchmarks.Documents.ExtractIndexed.M20200102_Tags;

public sealed record Person(int Id, string Name, string Mail, string City, string Points, DateTime Born, decimal Balance, bool Active, string Note, Address Address);

public sealed record Address(string Street, string Zip, string Country);

public sealed record Tag(long Id, int PersonId, string Text);
