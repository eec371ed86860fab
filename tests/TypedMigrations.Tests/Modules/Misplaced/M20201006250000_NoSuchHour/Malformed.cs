namespace TypedMigrations.Tests.Modules.Misplaced.M20201006250000_NoSuchHour;

public sealed class Malformed : Migration;
