using TypedMigrations;

namespace TM0505.M20260101_First;

public sealed class First : Migration;
