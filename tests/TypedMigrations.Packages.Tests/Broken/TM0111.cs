using TypedMigrations;
namespace TM0111
{
    public static class Names
    {
        public static string Normalize(string name) => name.Trim();
    }
}

namespace TM0111.M20260101_First
{
    public sealed class First : Migration;

    public static class Texts
    {
        public static string Normalize(string name) => Names.Normalize(name);
    }
}
