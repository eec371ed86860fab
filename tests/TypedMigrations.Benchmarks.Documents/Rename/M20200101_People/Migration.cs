using TypedMigrations;

namespace TypedMigrations.Benchmarks.Documents.Rename.M20200101_People;

public sealed class People : Migration
{
    public override void Up(Steps up)
    {
    }
}
