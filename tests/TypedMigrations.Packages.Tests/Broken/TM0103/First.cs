using TypedMigrations;
using Old = TM0103.M20260102_Second;

namespace TM0103.M20260101_First;

public sealed class First : Migration;
