using TypedMigrations;

namespace TM0502.M20260102_Second;

public sealed class Second : Migration;
