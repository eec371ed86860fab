using TypedMigrations;

namespace TypedMigrations.Benchmarks.Documents.Convert.M20200101_People;

public sealed class People : Migration
{
    public override void Up(Steps up)
    {
    }
}
