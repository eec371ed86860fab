using TypedMigrations;
namespace TM0403.M20260101_First;

public sealed class First : Migration
{
    private static object Value() => Environment.MachineName;

    public override void Up(Steps up) => _ = Value();
}
