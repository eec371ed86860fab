namespace TypedMigrations.Tests.Modules.Failing.M20201003_NoConstructor;

public sealed class NoConstructor(string name) : Migration
{
    public string Name { get; } = name;
}
