using TypedMigrations;

namespace TypedMigrations.Benchmarks.Documents.ExtractIndexed.M20200101_People;

public sealed class People : Migration
{
    public override void Up(Steps up)
    {
    }
}
