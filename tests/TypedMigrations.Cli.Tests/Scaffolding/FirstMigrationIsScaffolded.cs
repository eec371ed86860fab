namespace TypedMigrations.Cli.Tests.Scaffolding;

/// <summary>The verb new, in a project that has no migration.</summary>
public sealed class FirstMigrationIsScaffolded : ScaffoldingTest
{
    [Test]
    public async Task GetsAModuleThatIsNamedAfterTheProject()
    {
        Write("my-shop.csproj", Project);

        await Call("new", "First");

        Assert.That(Read("MyShopModule.cs"), Is.EqualTo("""
            using TypedMigrations;

            namespace my_shop;

            public sealed class MyShopModule : MigrationModule
            {
                /// <summary>The journal holds this name: it stays, whatever the class is called.</summary>
                public override string Name => "MyShop";
            }

            """));
        Assert.That(Read($"{FolderOf("First")}/Migration.cs"), Does.StartWith($"using TypedMigrations;\n\nnamespace my_shop.{FolderOf("First")};\n"));
    }

    [Test]
    public async Task GetsTheModuleThatIsNamed()
    {
        Write("Web.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><RootNamespace>Company.Web</RootNamespace></PropertyGroup></Project>");

        var outcome = await Call("new", "First", "--module", "Billing", "--json");

        Assert.That(outcome.Result.GetProperty("module").GetString(), Is.EqualTo("Billing"));
        Assert.That(Read("BillingModule.cs"), Does.Contain("namespace Company.Web;").And.Contain("class BillingModule : MigrationModule"));
    }

    [Test]
    public async Task ShowsHowATableIsWrittenAndCompilesAsItIs()
    {
        Write("Shop.csproj", Project);

        await Call("new", "First");

        var code = Read($"{FolderOf("First")}/Constants.cs").Split('\n').Skip(3).Where(line => line.Length > 0);
        Assert.That(code, Has.Some.Contain("Table.Key(c => c.Id)").And.All.StartsWith("//"));
        Assert.That(Read($"{FolderOf("First")}/Plan.verified.txt"), Is.EqualTo("nothing to do"));
        Assert.That(Read("Latest/Schema.verified.txt"), Is.Empty);
    }

    [Test]
    public async Task HasTheTablesThatAreNamed()
    {
        Write("Shop.csproj", Project);

        await Call("new", "First", "--table", "customers");

        var folder = FolderOf("First");
        Assert.That(Read($"{folder}/Constants.cs"), Is.EqualTo(ShopConstants.Replace("M20201006_First", folder)));
        Assert.That(Read($"{folder}/Models.cs"), Is.EqualTo($"namespace Shop.{folder};\n\npublic sealed record Customer(string Id, string Name);\n"));
        Assert.That(Read($"{folder}/Schema.verified.txt"), Is.EqualTo("table customers\n  key string\n  field name string"));
    }

    [Test]
    public async Task LiesBesideItsModuleWhereThereIsOne()
    {
        Write("Web.csproj", Project);
        Write("Storage/StoreModule.cs", "namespace Web.Storage;\n\npublic sealed class StoreModule : TypedMigrations.MigrationModule;\n");

        var outcome = await Call("new", "First", "--json");

        Assert.That(outcome.Result.GetProperty("module").GetString(), Is.EqualTo("Store"));
        Assert.That(outcome.Result.GetProperty("namespace").GetString(), Does.StartWith("Web.Storage.M"));
        Assert.That(outcome.Result.GetProperty("folder").GetString(), Does.StartWith(Path.Combine(Folder, "Storage", "M")));
    }
}
