using TypedMigrations;
namespace TM0401.M20260101_First;

public sealed class First : Migration
{
    private static object Value() => DateTime.UtcNow;

    public override void Up(Steps up) => _ = Value();
}
