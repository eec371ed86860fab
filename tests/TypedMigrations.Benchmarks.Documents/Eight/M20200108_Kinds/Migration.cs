using TypedMigrations;

namespace TypedMigrations.Benchmarks.Documents.Eight.M20200108_Kinds;

public sealed class Kinds : Migration
{
    public override void Up(Steps up)
    {
        up.Fill(PersonTable.Kind, "person");
    }
}
