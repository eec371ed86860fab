using TypedMigrations.Tests.Modules.Shop.M20201006_First;

namespace TypedMigrations.Tests.Modules.Impatient.M20200101_TooEarly;

[DependsOn<First>]
public sealed class TooEarly : Migration;
