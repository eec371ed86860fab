using TypedMigrations;

namespace TypedMigrations.Benchmarks.Documents.Split.M20200101_People;

public sealed class People : Migration
{
    public override void Up(Steps up)
    {
    }
}
