using TypedMigrations;
using Old = Shop.M20261001_FirstTables;

namespace Shop.M20261015_FullNames;

public sealed class FullNames : Migration
{
    public override void Up(Steps up)
    {
        up.Rename(Old.CustomerTable.Name, CustomerTable.FullName);
        // No address has two of them: such a value fails the run.
        up.Convert(Old.CustomerTable.Email, CustomerTable.Email, email => email!.Count(letter => letter == '@') < 2 ? email.ToLowerInvariant() : throw new FormatException("no address"));
        up.Fill(CustomerTable.Newsletter, false);
    }

    public override void Down(Steps down)
    {
        down.Rename(CustomerTable.FullName, Old.CustomerTable.Name);
        down.Drop(CustomerTable.Newsletter);
    }
}
