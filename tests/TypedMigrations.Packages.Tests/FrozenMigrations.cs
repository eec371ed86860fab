namespace TypedMigrations.Packages.Tests;

public sealed class FrozenMigrations
{
    private const string Constants = """
        using TypedMigrations;

        namespace Shop.M20261001_FirstTables;

        public sealed class FirstTables : Migration;

        public static class CustomerTable
        {
            public static readonly Table<Customer> Table = new("customers");
            public static readonly Field<Customer, string> Id = Table.Key(c => c.Id);
        }

        public sealed record Customer(string Id);
        """;

    [Test]
    public async Task AreHeldByTheBuildOnceOneCommandHasFrozenThem()
    {
        var project = LocalFeed.NewProject("Shop", "TypedMigrations");
        var file = Path.Combine(Directory.CreateDirectory(Path.Combine(project, "M20261001_FirstTables")).FullName, "Constants.cs");
        await File.WriteAllTextAsync(Path.Combine(project, "ShopModule.cs"), "namespace Shop;\npublic sealed class ShopModule : TypedMigrations.MigrationModule;\n");
        await File.WriteAllTextAsync(file, Constants);

        var frozen = await Dotnet.Succeed(project, "build", "-t:FreezeMigrations");
        Assert.That(frozen, Does.Contain($"Frozen 20261001_FirstTables in {Path.Combine(project, "migrations.ledger")}"));

        await File.WriteAllTextAsync(file, Constants.Replace("public static class", "// Everyone who ever bought something.\n\n\npublic static class"));
        Assert.That(await Dotnet.Succeed(project, "build", "-t:FreezeMigrations"), Does.Contain("Nothing to freeze"));

        await File.WriteAllTextAsync(file, Constants.Replace("\"customers\"", "\"clients\""));
        var (exitCode, output) = await Dotnet.Run(project, "build");
        Assert.Multiple(() =>
        {
            Assert.That(exitCode, Is.Not.Zero);
            Assert.That(output, Does.Contain("error TM0501: Migration 20261001_FirstTables is frozen and was changed: frozen as v1:"));
        });
    }
}
