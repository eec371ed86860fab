using TypedMigrations;
using Old = TypedMigrations.Benchmarks.Documents.Rename.M20200101_People;

namespace TypedMigrations.Benchmarks.Documents.Rename.M20200102_Remarks;

public sealed class Remarks : Migration
{
    public override void Up(Steps up)
    {
        up.Rename(Old.PersonTable.Note, PersonTable.Remark);
    }
}
