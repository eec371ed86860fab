namespace TypedMigrations.Tests.Modules.Misplaced.M2020100_TooShort;

public sealed class Malformed : Migration;
