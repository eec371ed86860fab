namespace TypedMigrations.Tests.Modules.Misplaced.M202010061_TooLong;

public sealed class Malformed : Migration;
