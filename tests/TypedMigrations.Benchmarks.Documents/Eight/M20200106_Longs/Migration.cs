using TypedMigrations;
using Old = TypedMigrations.Benchmarks.Documents.Eight.M20200105_Towns;

namespace TypedMigrations.Benchmarks.Documents.Eight.M20200106_Longs;

public sealed class Longs : Migration
{
    public override void Up(Steps up)
    {
        up.Convert(Old.PersonTable.Points, PersonTable.Points, points => (long)points);
    }
}
