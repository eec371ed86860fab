using LiteDB;
using TypedMigrations.LiteDb;
using TypedMigrations.Storing;

namespace TypedMigrations.Cli.Tests;

/// <summary>One test at least for each row of the table of exit codes.</summary>
public sealed class ExitCodesTellPrograms : CliTest
{
    [Test]
    public async Task ZeroWhereItIsDoneAndWhereThereIsNothingToDo()
    {
        var first = await OnShop("up", "--allow-destructive");
        var second = await OnShop("up");

        Assert.That((first.ExitCode, second.ExitCode), Is.EqualTo((ExitCode.Done, ExitCode.Done)), first.Error);
        Assert.That(second.Output, Is.EqualTo("shop.db is up to date: nothing to do.\n"));
    }

    [Test]
    public async Task OneWhereARunFailsAndTheDatabaseIsAsItWas()
    {
        await OnShop("up", "--steps", "1");
        Change(database => database.GetCollection("customers").Insert(new BsonDocument { ["_id"] = "bad", ["name"] = "Bad", ["email"] = "a@b@c" }));
        var before = await File.ReadAllBytesAsync(Database);

        var failed = await OnShop("up", "--steps", "1");

        Assert.That(failed.ExitCode, Is.EqualTo(ExitCode.Failed));
        Assert.That(failed.Error, Does.StartWith("TM4001: ").And.Contain("shop.db was not changed."));
        Assert.That(await File.ReadAllBytesAsync(Database), Is.EqualTo(before));
    }

    [Test]
    [TestCase("status", "--exit-code")]
    [Behavior(39)]
    public async Task TwoWhereMigrationsArePending(params string[] arguments)
    {
        await OnShop("up", "--steps", "1");

        var pending = await OnShop(arguments);

        Assert.That(pending.ExitCode, Is.EqualTo(ExitCode.Differs));
    }

    [Test]
    public async Task TwoWhereCheckFindsDrift()
    {
        await OnShop("up", "--allow-destructive");
        Change(database => database.GetCollection("customers").Update(new BsonDocument { ["_id"] = "ada", ["full_name"] = 1, ["newsletter"] = false }));

        var drift = await OnShop("check");

        Assert.That(drift.ExitCode, Is.EqualTo(ExitCode.Differs), drift.Error);
        Assert.That(drift.Output, Does.Contain("customers.full_name"));
    }

    [Test]
    public async Task ThreeWhereTheLockIsNotFreeInTime()
    {
        await OnShop("up", "--allow-destructive");
        using var application = new LiteDbStore($"Filename={Database}");
        using var held = application.Open(new SessionOptions(TimeSpan.Zero, (_, _) => { }), CancellationToken.None);

        var locked = await OnShop("up", "--lock-timeout", "0");
        var looking = await OnShop("status");

        Assert.That((locked.ExitCode, looking.ExitCode), Is.EqualTo((ExitCode.Locked, ExitCode.Locked)));
        Assert.That(looking.Error, Does.StartWith($"TM3001: shop.db is locked by process {Environment.ProcessId} "));
    }

    [Test]
    public async Task ThreeWhereAProgramWithoutTheLockHasTheDatabase()
    {
        await OnShop("up", "--steps", "1");
        using var viewer = new LiteDatabase(Database);

        var held = await OnShop("status");

        Assert.That((held.ExitCode, held.Error[..6]), Is.EqualTo((ExitCode.Locked, "TM3011")));
    }

    [Test]
    public async Task FiveWhereItIsDoneAndNobodyCanBeTold()
    {
        using var full = new FullWriter();

        var untold = await Commands.CommandLine.RunAsync(["up", "--steps", "1", "--assembly", Shop, "--database", Database], new Surroundings(Folder, Variables, full, TextWriter.Null, TextReader.Null));

        Assert.That((untold, File.Exists(Database)), Is.EqualTo((ExitCode.DoneWithWarnings, true)));
    }

    [Test]
    public async Task ZeroThoughTheTerminalWasClosedMeanwhile()
    {
        await using var closed = new FullWriter();
        using var output = new StringWriter();

        var untold = await Commands.CommandLine.RunAsync(["up", "--steps", "1", "--verbose", "--assembly", Shop, "--database", Database],
            new Surroundings(Folder, Variables, output, closed, TextReader.Null) { ErrorIsTerminal = true });

        Assert.That((untold, File.Exists(Database)), Is.EqualTo((ExitCode.Done, true)));
    }

    [Test]
    [Behavior(72)]
    public async Task FourWhereThePlanIsRejected()
    {
        await OnShop("up", "--steps", "1");
        var destructive = await OnShop("up");
        Change(database => database.GetCollection("_migrations").Update(Edited(database)));
        var edited = await OnShop("up");
        var status = await OnShop("status", "--exit-code");

        Assert.That((destructive.ExitCode, edited.ExitCode, status.ExitCode), Is.EqualTo((ExitCode.Rejected, ExitCode.Rejected, ExitCode.Rejected)));
        Assert.That((destructive.Error[..6], edited.Error[..6]), Is.EqualTo(("TM1206", "TM1004")));
    }

    [Test]
    [TestCase("up", "--nonsense")]
    [TestCase("nonsense")]
    [TestCase("up", "--steps", "none")]
    [TestCase("up", "--steps", "0")]
    [TestCase("up", "--lock-timeout", "soon")]
    [TestCase("down", "--to", "First", "--steps", "2")]
    [TestCase("status", "--url", "http://127.0.0.1:1")]
    [Behavior(22)]
    public async Task SixtyFourWhereTheCommandLineIsWrong(params string[] arguments)
    {
        var wrong = await OnShop(arguments);

        Assert.That(wrong.ExitCode, Is.EqualTo(ExitCode.Usage));
        Assert.That(wrong.Error, Does.StartWith("TM60"));
        Assert.That(wrong.Output, Is.Empty);
    }

    [Test]
    [Behavior(75)]
    public async Task OneHundredAndThirtyWhereItIsInterruptedAndTheDatabaseIsAsItWas()
    {
        await OnShop("up", "--steps", "1");
        var before = await File.ReadAllBytesAsync(Database);
        OnError = text => { if (text.Contains("20261015_FullNames", StringComparison.Ordinal)) Interruption.Cancel(); };

        var interrupted = await OnShop("up", "--allow-destructive", "--verbose");

        Assert.That(interrupted.ExitCode, Is.EqualTo(ExitCode.Interrupted), interrupted.Error);
        Assert.That(interrupted.Error, Does.Contain("shop.db was not changed."));
        Assert.That(await File.ReadAllBytesAsync(Database), Is.EqualTo(before));
    }

    [Test]
    [TestCase("up", "Filename=shop.db;Password=secret")]
    [TestCase("up", "password = 'secret';Filename=shop.db")]
    [TestCase("audit", "--last", "Password=\"secret\"")]
    public async Task AndAPasswordInTheWrongPlaceIsNotShown(params string[] arguments)
    {
        var wrong = await Call([.. arguments, "--json"]);

        Assert.That(wrong.ExitCode, Is.EqualTo(ExitCode.Usage));
        Assert.That(wrong.Output + wrong.Error, Does.Not.Contain("secret").And.Contain("***"));
    }

    [Test]
    public async Task AndAPasswordWithoutItsSemicolonIsNoNameOfAFile()
    {
        var wrong = await Call("config", "--database", "Filename=shop.db Password=secret");

        Assert.That((wrong.ExitCode, wrong.Error[..6]), Is.EqualTo((ExitCode.Usage, "TM6004")));
        Assert.That(wrong.Output + wrong.Error, Does.Not.Contain("secret"));
    }

    [Test]
    public async Task SixtyFourWhereAConnectionStringNamesNoFile()
    {
        var wrong = await Call("status", "--assembly", Shop, "--database", "Filename=;Password=secret");

        Assert.That((wrong.ExitCode, wrong.Error[..6]), Is.EqualTo((ExitCode.Usage, "TM3010")));
    }

    [Test]
    public async Task OneHundredAndThirtyWhereItIsInterruptedAtAQuestion()
    {
        await OnShop("up", "--steps", "1");
        using var keyboard = new SilentKeyboard(Interruption.Cancel);
        Keyboard = keyboard;

        var interrupted = await OnShop("drop");

        Assert.That((interrupted.ExitCode, File.Exists(Database)), Is.EqualTo((ExitCode.Interrupted, true)));
        Assert.That(interrupted.Error, Does.EndWith("Go on? [y/N] Interrupted. The database is as it was.\n"));
    }

    private static BsonDocument Edited(LiteDatabase database)
    {
        var entry = database.GetCollection("_migrations").FindById("Shop/20261001_FirstTables");
        entry["fingerprint"] = "v1:edited";
        return entry;
    }

    private sealed class FullWriter : StringWriter
    {
        public override void Write(string? value) => throw new IOException("No space left on device");

        public override void WriteLine(string? value) => Write(value);
    }

    /// <summary>Nobody types anything; Ctrl-C comes while a line is waited for.</summary>
    private sealed class SilentKeyboard(Action interrupt) : TextReader
    {
        private readonly ManualResetEventSlim _closed = new();

        public override string? ReadLine()
        {
            interrupt();
            _closed.Wait();
            return null;
        }

        protected override void Dispose(bool disposing)
        {
            _closed.Set();
            base.Dispose(disposing);
        }
    }
}
