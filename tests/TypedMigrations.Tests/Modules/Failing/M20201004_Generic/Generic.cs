namespace TypedMigrations.Tests.Modules.Failing.M20201004_Generic;

public sealed class Generic<T> : Migration;
