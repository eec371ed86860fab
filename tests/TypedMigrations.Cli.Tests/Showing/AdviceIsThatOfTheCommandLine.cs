using LiteDB;
using TypedMigrations.Cli.Showing;

namespace TypedMigrations.Cli.Tests.Showing;

/// <summary>Whoever types a line cannot follow advice that speaks of code or of the application's configuration.</summary>
public sealed class AdviceIsThatOfTheCommandLine : CliTest
{
    private static readonly string[] OfCode = ["MigrationGoal", "MigrationOptions", "Migrations:", "AddModule", "LockTimeout", "Async"];

    [SetUp]
    public Task Migrate() => OnShop("up", "--to", "FullNames");

    [Test]
    public async Task WhereDataWouldBeLost()
    {
        Holds(await OnShop("up"), "TM1206", "If that is meant, allow it: --allow-destructive.");
        Holds(await OnShop("down", "--yes"), "TM1202", "If that is meant, say so: dotnet migrations down --steps 1 --allow-destructive.");
        Holds(await OnShop("down", "--to", "FirstTables", "--yes"), "TM1202", "dotnet migrations down --to FirstTables --allow-destructive.");
    }

    [Test]
    public async Task WhereThereIsNotSoMuchToTakeBack()
    {
        Holds(await OnShop("down", "--steps", "9", "--yes"), "TM1203", "To take back all: dotnet migrations down --to 0\n");
        Holds(await OnShop("down", "--to", "0", "--yes", "--allow-destructive"), "TM1201", "dotnet migrations restore");
    }

    [Test]
    public async Task WhereADatabaseIsToBeAdopted()
    {
        Change(database => database.DropCollection("_migrations"));
        Change(database => database.DropCollection("_migrations_audit"));

        Holds(await OnShop("up"), "TM1017", "dotnet migrations baseline --at <stamp or id>, or --find to see which one fits.");
    }

    [Test]
    public async Task WhereAModuleWasNotLoaded()
    {
        Change(database =>
        {
            var journal = database.GetCollection("_migrations");
            var entry = journal.FindById("Shop/20261001_FirstTables");
            (entry["_id"], entry["module"]) = ("Stock/20261001_FirstTables", "Stock");
            journal.Insert(entry);
        });

        Holds(await OnShop("up"), "TM1005", "Name a project or an assembly that references module Stock: --project or --assembly.");
    }

    [Test]
    public async Task WhereAnotherHoldsTheDatabase()
    {
        using var application = new LiteDb.LiteDbStore($"Filename={Database}");
        using var held = application.Open(new Storing.SessionOptions(TimeSpan.Zero, (_, _) => { }), CancellationToken.None);

        Holds(await OnShop("up", "--lock-timeout", "0"), "TM3001", "(--lock-timeout)");
    }

    [Test]
    public async Task WhereAPasswordIsWrong()
    {
        Variables["TYPEDMIGRATIONS_PASSWORD"] = "secret";
        await Call("create", "--database", "secret.db");
        Variables.Clear();

        Holds(await Call("audit", "--database", "secret.db"), "TM3004", "or in the environment variable TYPEDMIGRATIONS_PASSWORD.");
    }

    [Test]
    public async Task InJsonToo()
    {
        var rejected = await OnShop("down", "--yes", "--json");
        var planned = await OnShop("plan", "--json");

        Assert.That(rejected.Json.GetProperty("problems")[0].GetProperty("nextStep").GetString(), Does.StartWith("If that is meant, say so: dotnet migrations down --steps 1 --allow-destructive."));
        Assert.That(OfCode.Where(planned.Output.Contains), Is.Empty);
    }

    /// <summary>What the library writes may change: then this test tells that the advice here has to follow.</summary>
    [Test]
    public void AndEveryPhraseIsStillWrittenByTheLibrary()
    {
        var library = string.Concat(Directory.GetFiles(Path.Combine(Root, "src"), "*.cs", SearchOption.AllDirectories).Where(file => !file.Contains("TypedMigrations.Cli", StringComparison.Ordinal)).Select(File.ReadAllText))
            .ReplaceLineEndings("\n").Replace(" \"\n        + \"", " ", StringComparison.Ordinal);

        Assert.That(Advice.Translated.Where(phrase => !library.Contains(phrase, StringComparison.Ordinal)), Is.Empty);
    }

    private static void Holds(Outcome refused, string code, string advice)
    {
        Assert.That(refused.Error, Does.StartWith(code + ": ").And.Contain(advice));
        Assert.That(OfCode.Where(refused.Error.Contains), Is.Empty, refused.Error);
    }
}
