using TypedMigrations;
namespace TM0406.M20260101_First;

public sealed class First : Migration
{
#if DEBUG
    public const int Limit = 1;
#else
    public const int Limit = 2;
#endif
}
