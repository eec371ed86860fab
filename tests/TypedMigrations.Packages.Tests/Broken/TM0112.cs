using TypedMigrations;
namespace TM0112.M20260101_First
{
    public sealed class First : Migration
    {
        public static string Name => nameof(M20260102_Second.Second);

        public static object Later() => new M20260102_Second.Second();
    }
}

namespace TM0112.M20260102_Second
{
    public sealed class Second : Migration;
}
