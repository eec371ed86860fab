namespace TypedMigrations.Tests.Modules.Misplaced.M20201006NoUnderscore;

public sealed class Malformed : Migration;
