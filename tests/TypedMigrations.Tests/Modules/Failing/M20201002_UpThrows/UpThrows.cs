namespace TypedMigrations.Tests.Modules.Failing.M20201002_UpThrows;

public sealed class UpThrows : Migration
{
    public override void Up(Steps up) => throw new InvalidOperationException("No.");
}
