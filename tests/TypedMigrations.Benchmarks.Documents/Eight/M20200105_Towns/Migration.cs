using TypedMigrations;
using Old = TypedMigrations.Benchmarks.Documents.Eight.M20200104_Mails;

namespace TypedMigrations.Benchmarks.Documents.Eight.M20200105_Towns;

public sealed class Towns : Migration
{
    public override void Up(Steps up)
    {
        up.Rename(Old.PersonTable.City, PersonTable.Town);
    }
}
