namespace TypedMigrations.Cli.Tests.Scaffolding;

/// <summary>The verb squash, on the sources and the build of the module Shop.</summary>
public sealed class MigrationsAreSquashed : ScaffoldingTest
{
    private static string Sources => Path.Combine(Root, "tests", "TypedMigrations.Cli.Shop");

    [SetUp]
    public void CopySources()
    {
        Write("Shop.csproj", Project);
        Write("ShopModule.cs", File.ReadAllText(Path.Combine(Sources, "ShopModule.cs")));
        foreach (var file in Directory.EnumerateDirectories(Sources, "M*_*").SelectMany(folder => Directory.EnumerateFiles(folder)))
            Write(Path.GetRelativePath(Sources, file), File.ReadAllText(file));
    }

    [Test]
    public async Task TheLastStandsForAllAndTheOthersGo()
    {
        var outcome = await Squash("--to", "NoFax", "--yes", "--json");

        Assert.That(outcome.ExitCode, Is.EqualTo(ExitCode.Done), outcome.Error);
        Assert.That(Directory.EnumerateDirectories(Folder, "M*_*").Select(Path.GetFileName), Is.EquivalentTo(["M20261101_NoFax", "M20261110_Orders"]));
        Assert.That(Read("M20261101_NoFax/Migration.cs"), Is.EqualTo("""
            using TypedMigrations;

            namespace Shop.M20261101_NoFax;

            [Replaces("20261001_FirstTables", "20261015_FullNames", "20261101_NoFax")]
            public sealed class NoFax : Migration;

            """));
        Assert.That(Read("M20261101_NoFax/Constants.cs"), Is.EqualTo(File.ReadAllText(Path.Combine(Sources, "M20261101_NoFax", "Constants.cs"))));
        Assert.That(outcome.Result.GetProperty("removed").EnumerateArray().Select(id => id.GetString()), Is.EqualTo(["20261001_FirstTables", "20261015_FullNames"]));
    }

    [Test]
    public async Task ItsDataIsWhatANewDatabaseHolds()
    {
        await Squash("--to", "NoFax", "--yes");

        Assert.That(Read("M20261101_NoFax/bootstrap-customers.json"), Is.EqualTo("""
            [
              {
                "id": "ada",
                "fullName": "Ada",
                "email": "ada@example.org",
                "newsletter": false
              },
              {
                "id": "ben",
                "fullName": "Ben",
                "email": null,
                "newsletter": false
              }
            ]

            """));
        Assert.That(Read("M20261101_NoFax/test-customers.json"), Does.Contain("\"fullName\": \"Test\"").And.Not.Contain("Ada"));
        Assert.That(Read("M20261101_NoFax/BootstrapData.cs"), Is.EqualTo("""
            using TypedMigrations;

            namespace Shop.M20261101_NoFax;

            public sealed class BootstrapData : BootstrapSeed
            {
                public override void Insert(Seeds seeds)
                {
                    seeds.Insert(CustomerTable.Table, seeds.Json<Customer>("bootstrap-customers.json"));
                }
            }

            """));
    }

    [Test]
    public async Task ASquashAmongThemHandsItsHistoryOn()
    {
        Write("M20261001_FirstTables/Migration.cs", Read("M20261001_FirstTables/Migration.cs").Replace("public sealed class FirstTables", "[Replaces(\"20260101_Zero\", \"20261001_FirstTables\")]\npublic sealed class FirstTables"));

        await Squash("--to", "FullNames", "--yes");

        Assert.That(Read("M20261015_FullNames/Migration.cs"), Does.Contain("""
            [Replaces("20260101_Zero", "20261001_FirstTables", "20261015_FullNames")]
            [Replaces("20261001_FirstTables", "20261015_FullNames")]
            public sealed class FullNames : Migration;
            """));
    }

    [Test]
    public async Task WhatStillNamesOneThatIsGoneIsTold()
    {
        Write("Tests.cs", "using Shop.M20261015_FullNames;");

        var outcome = await Squash("--to", "NoFax", "--yes", "--json");

        Assert.That(outcome.Result.GetProperty("stillNaming").EnumerateArray().Select(file => file.GetString()), Is.EqualTo([Path.Combine(Folder, "Tests.cs")]));
    }

    [Test]
    public async Task NothingGoesWithoutAYes()
    {
        var outcome = await Squash("--to", "NoFax");

        Assert.That(outcome.ExitCode, Is.EqualTo(ExitCode.Usage));
        Assert.That(outcome.Error, Does.StartWith("TM6007: 20261101_NoFax of module Shop would stand for 2 older migrations, and their folders would go."));
        Assert.That(Directory.EnumerateDirectories(Folder, "M*_*").Count(), Is.EqualTo(4));
    }

    [Test]
    public async Task DataThatJsonWouldChangeIsRefused()
    {
        Directory.Delete(Folder, recursive: true);
        var accounts = Path.Combine(Root, "modules", "Accounts");
        var built = Path.Combine(accounts, "bin", new DirectoryInfo(Shop).Parent!.Parent!.Name, "net10.0", "Accounts.dll");
        Write("Accounts.csproj", Project);
        foreach (var file in Directory.EnumerateDirectories(accounts, "M*_*").SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs")).Append(Path.Combine(accounts, "AccountsModule.cs")))
            Write(Path.GetRelativePath(accounts, file), File.ReadAllText(file));

        var outcome = await Call("squash", "--to", "VerifiedAccounts", "--yes", "--assembly", built);

        Assert.That(outcome.ExitCode, Is.EqualTo(ExitCode.Failed));
        Assert.That(outcome.Error, Is.EqualTo("""
            TM6028: What a new database holds in accounts cannot be written as JSON and read again as it is.
              reason  the untyped value 0.1 is a Decimal
            Squash by hand, and write the bootstrap data of this table in code: docs/squash.md. Nothing was changed.

            """));
        Assert.That(Exists("M20201006_FirstTables/Migration.cs"), Is.True);
    }

    [Test]
    public async Task TheFirstHasNothingToStandFor()
    {
        var outcome = await Squash("--to", "FirstTables");

        Assert.That(outcome.ExitCode, Is.EqualTo(ExitCode.Usage));
        Assert.That(outcome.Error, Is.EqualTo("""
            TM6027: There is nothing to squash in module Shop: 20261001_FirstTables is its first migration.
              migration  20261001_FirstTables
            Name the last migration that every database has, --to 20201027_ManyRoles, or leave it as it is.

            """));
    }

    private Task<Outcome> Squash(params string[] arguments) => Call(["squash", "--assembly", Shop, .. arguments]);
}
