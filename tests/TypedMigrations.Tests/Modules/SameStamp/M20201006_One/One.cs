namespace TypedMigrations.Tests.Modules.SameStamp.M20201006_One;

public sealed class One : Migration;
