using TypedMigrations;
namespace TM0102.M20260101_First
{
    public sealed class First : Migration;
}

namespace TM0102.M20260101000000_Second
{
    public sealed class Second : Migration;
}
