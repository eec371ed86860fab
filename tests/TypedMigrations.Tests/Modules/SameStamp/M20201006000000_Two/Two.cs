namespace TypedMigrations.Tests.Modules.SameStamp.M20201006000000_Two;

public sealed class Two : Migration;
