namespace TypedMigrations.Tests.Modules.Misplaced.M20201302_NoSuchMonth;

public sealed class Malformed : Migration;
