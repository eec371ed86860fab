using TypedMigrations;
using Old = TypedMigrations.Benchmarks.Documents.Eight.M20200106_Longs;

namespace TypedMigrations.Benchmarks.Documents.Eight.M20200107_Enabled;

public sealed class Enabled : Migration
{
    public override void Up(Steps up)
    {
        up.Rename(Old.PersonTable.Active, PersonTable.Enabled);
    }
}
