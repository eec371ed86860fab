using TypedMigrations;

namespace TM0103.M20260102_Second;

public sealed class Second : Migration;
