using TypedMigrations;
using Old = TypedMigrations.Benchmarks.Documents.Eight.M20200102_Remarks;

namespace TypedMigrations.Benchmarks.Documents.Eight.M20200103_Numbers;

public sealed class Numbers : Migration
{
    public override void Up(Steps up)
    {
        up.Convert(Old.PersonTable.Points, PersonTable.Points, points => int.Parse(points, System.Globalization.CultureInfo.InvariantCulture));
    }
}
