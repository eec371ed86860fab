using TypedMigrations;

namespace TM0503.M20260101_First;

public sealed class First : Migration;
