namespace TypedMigrations.Tests.Modules.Misplaced.M20201006_;

public sealed class Malformed : Migration;
