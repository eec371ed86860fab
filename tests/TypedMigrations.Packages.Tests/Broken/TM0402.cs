using TypedMigrations;
namespace TM0402.M20260101_First;

public sealed class First : Migration
{
    private static object Value() => Guid.NewGuid();

    public override void Up(Steps up) => _ = Value();
}
