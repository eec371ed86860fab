namespace TypedMigrations.Cli.Tests.Scaffolding;

/// <summary>The verbs of authors where there are several modules.</summary>
public sealed class ModuleIsChosen : ScaffoldingTest
{
    [SetUp]
    public void WriteModules()
    {
        Write("Web.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"><ItemGroup><ProjectReference Include=\"lib\\Billing\\Billing.csproj\" /><ProjectReference Include=\"lib/Stock/Stock.csproj\" /></ItemGroup></Project>");
        foreach (var module in (string[])["Billing", "Stock"])
        {
            Write($"lib/{module}/{module}.csproj", Project);
            Write($"lib/{module}/{module}Module.cs", $"using TypedMigrations;\n\nnamespace {module};\n\npublic sealed class {module}Module : MigrationModule\n{{\n    public override string Name => \"{module} of old\";\n}}\n");
            Write($"lib/{module}/M20201006_First/Migration.cs", $"using TypedMigrations;\n\nnamespace {module}.M20201006_First;\n\npublic sealed class First : Migration;\n");
        }
    }

    [Test]
    public async Task ByTheWorkingFolder()
    {
        var outcome = await CallIn(Path.Combine(Folder, "lib", "Stock", "M20201006_First"), "new", "Second", "--json");

        Assert.That(outcome.Result.GetProperty("module").GetString(), Is.EqualTo("Stock of old"));
    }

    [TestCase("stock")]
    [TestCase("Stock of old")]
    public async Task ByItsName(string named)
    {
        var outcome = await Call("new", "Second", "--module", named, "--json");

        Assert.That(outcome.Result.GetProperty("folder").GetString(), Does.StartWith(Path.Combine(Folder, "lib", "Stock", "M")));
    }

    [Test]
    public async Task OrElseAskedFor()
    {
        var outcome = await Call("new", "Second");

        Assert.That(outcome.ExitCode, Is.EqualTo(ExitCode.Usage));
        Assert.That(outcome.Error, Is.EqualTo("""
            TM6008: It is not known which module is meant.
              there are  Billing of old
                         Stock of old
            Name it, --module Billing of old, or go into its folder.

            """));
    }

    [Test]
    public async Task AndOnlyOneThatThereIs()
    {
        var outcome = await Call("new", "Second", "--module", "Sales");

        Assert.That(outcome.Error, Does.StartWith("TM6008: There is no module 'Sales'.\n"));
    }
}
