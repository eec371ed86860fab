namespace TypedMigrations.Tests.Modules.SameName.M20201007_First;

public sealed class First : Migration;
