using TypedMigrations;
using Old = TypedMigrations.Benchmarks.Documents.ConvertIndexed.M20200101_People;

namespace TypedMigrations.Benchmarks.Documents.ConvertIndexed.M20200102_Numbers;

public sealed class Numbers : Migration
{
    public override void Up(Steps up)
    {
        up.Convert(Old.PersonTable.Points, PersonTable.Points, points => int.Parse(points, System.Globalization.CultureInfo.InvariantCulture));
    }
}
