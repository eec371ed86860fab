using TypedMigrations;
using Old = TypedMigrations.Benchmarks.Documents.Eight.M20200108_Kinds;

namespace TypedMigrations.Benchmarks.Documents.Eight.M20200109_Scores;

public sealed class Scores : Migration
{
    public override void Up(Steps up)
    {
        up.Rename(Old.PersonTable.Points, PersonTable.Score);
    }
}
