using TypedMigrations;

namespace TM0504.M20260101_First;

public sealed class First : Migration;
