using TypedMigrations;

namespace TM0505.M20260102_Second;

public sealed class Second : Migration;
