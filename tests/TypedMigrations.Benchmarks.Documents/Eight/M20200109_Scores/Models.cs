namespace TypedMigrations.Benchmarks.Documents.Eight.M20200109_Scores;

public sealed record Person(int Id, string Name, string Email, string Town, long Score, DateTime Born, decimal Balance, bool Enabled, string Remark, Address Address, string[] Tags, string Kind);

public sealed record Address(string Street, string Zip, string Country);
