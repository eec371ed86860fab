namespace TypedMigrations.Benchmarks.Documents.Eight.M20200107_Enabled;

public sealed record Person(int Id, string Name, string Email, string Town, long Points, DateTime Born, decimal Balance, bool Enabled, string Remark, Address Address, string[] Tags);

public sealed record Address(string Street, string Zip, string Country);
