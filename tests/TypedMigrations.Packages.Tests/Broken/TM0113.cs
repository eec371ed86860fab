using TypedMigrations;
namespace TM0113.M20260101_First
{
    public sealed class First : Migration;
}

namespace TM0113.M20260102_Second
{
    public sealed class Second : Migration;
}

namespace TM0113.M20260103_Third
{
    public sealed class Third : Migration
    {
        public static object Older() => new M20260101_First.First();
    }
}
