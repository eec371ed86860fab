using TypedMigrations;
namespace TM0404.M20260101_First;

public sealed class First : Migration
{
    private static object Value() => File.ReadAllText("rates.json");

    public override void Up(Steps up) => _ = Value();
}
