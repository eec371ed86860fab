namespace TypedMigrations.Testing.Tests.Generating.Kinds.M20240101_EveryKind;

public sealed class EveryKind : Migration;
