using TypedMigrations;

namespace TM0501.M20260101_First;

public sealed class First : Migration;
