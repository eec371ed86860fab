namespace TypedMigrations.Tests.Modules.Failing.M20201005_SeedThrows;

public sealed class SeedThrows : Migration;

public sealed class Data : BootstrapSeed
{
    public override void Insert(Seeds seeds) => throw new InvalidOperationException("No.");
}
