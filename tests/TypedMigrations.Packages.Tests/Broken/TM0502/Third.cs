using TypedMigrations;
using Old = TM0502.M20260101_First;

namespace TM0502.M20260103_Third;

public sealed class Third : Migration;
