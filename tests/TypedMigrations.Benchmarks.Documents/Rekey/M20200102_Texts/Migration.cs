using TypedMigrations;
using Old = TypedMigrations.Benchmarks.Documents.Rekey.M20200101_People;

namespace TypedMigrations.Benchmarks.Documents.Rekey.M20200102_Texts;

public sealed class Texts : Migration
{
    public override void Up(Steps up)
    {
        up.Rekey(Old.PersonTable.Id, PersonTable.Id, old => old.Id.ToString("D8", System.Globalization.CultureInfo.InvariantCulture));
    }
}
