using TypedMigrations;

namespace TM0502.M20260101_First;

public sealed class First : Migration;
