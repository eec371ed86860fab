using TypedMigrations.Freezing;

namespace TypedMigrations.Cli.Tests.Scaffolding;

/// <summary>The verb freeze --check. Freezing itself is a build: the tests of the packages do it.</summary>
public sealed class MigrationsAreCheckedForFreezing : ScaffoldingTest
{
    [SetUp]
    public void WriteModule() => WriteShop();

    [Test]
    public async Task ThoseThatAreOpenAreNamed()
    {
        var outcome = await Call("freeze", "--check", "--json");

        Assert.That(outcome.ExitCode, Is.EqualTo(ExitCode.Differs));
        Assert.That(outcome.Result.GetProperty("migrations")[0].GetProperty("id").GetString(), Is.EqualTo("20201006_First"));
        Assert.That(outcome.Result.GetProperty("migrations")[0].GetProperty("ledger").GetString(), Is.EqualTo(Path.Combine(Folder, "migrations.ledger")));
        Assert.That(Exists("migrations.ledger"), Is.False);
    }

    [Test]
    public async Task TheirLedgerIsNamedOnALineOfItsOwn()
    {
        var outcome = await Call("freeze", "--check");

        Assert.That(outcome.Output, Does.Contain($"\nNot frozen yet in {Path.Combine(Folder, "migrations.ledger")}\n"));
    }

    [Test]
    public async Task NoneIsOpenWhereTheLedgerHasAll()
    {
        Write("migrations.ledger", Ledger.Append("", "Shop", [new LedgerLine("20201006_First", Ledger.NoParent, "v1:" + new string('a', 64), Row: 0)]));

        var outcome = await Call("freeze", "--check");

        Assert.That(outcome.ExitCode, Is.EqualTo(ExitCode.Done));
        Assert.That(outcome.Output, Is.EqualTo("Every migration is frozen.\n"));
    }
}
