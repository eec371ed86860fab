namespace TypedMigrations.Benchmarks.Documents.Rename.M20200102_Remarks;

public sealed record Person(int Id, string Name, string Mail, string City, string Points, DateTime Born, decimal Balance, bool Active, string Remark, Address Address, string[] Tags);

public sealed record Address(string Street, string Zip, string Country);
