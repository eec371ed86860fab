using TypedMigrations;
namespace TM0405.M20260101_First;

public sealed class First : Migration
{
    private static object Value() => Task.Run(() => 1).Result;

    public override void Up(Steps up) => _ = Value();
}
