using TypedMigrations;
using Old = TypedMigrations.Benchmarks.Documents.Eight.M20200103_Numbers;

namespace TypedMigrations.Benchmarks.Documents.Eight.M20200104_Mails;

public sealed class Mails : Migration
{
    public override void Up(Steps up)
    {
        up.Rename(Old.PersonTable.Mail, PersonTable.Email);
    }
}
