using TypedMigrations;
using Old = TypedMigrations.Benchmarks.Documents.SplitIndexed.M20200101_People;

namespace TypedMigrations.Benchmarks.Documents.SplitIndexed.M20200102_Notes;

public sealed class Notes : Migration
{
    public override void Up(Steps up)
    {
        up.Split(Old.PersonTable.Table, NoteTable.Table);
    }
}
