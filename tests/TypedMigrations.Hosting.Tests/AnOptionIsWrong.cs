using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Shop;

namespace TypedMigrations.Hosting.Tests;

public sealed class AnOptionIsWrong
{
    [Test]
    public async Task AnUnknownKeyIsNamed() => Assert.That(
        await MessageOf(("Migrations:BackupToKeep", "7")),
        Is.EqualTo("""
            TM5002: Migrations:BackupToKeep is no option.
              there are  Migrations:Mode
                         Migrations:LockTimeout
                         Migrations:BackupsToKeep
                         Migrations:Target
                         Migrations:StepLimit
                         Migrations:AllowOutOfOrder
                         Migrations:AllowDataLoss
                         Migrations:AdoptAt
                         Migrations:TestData
                         Migrations:ApplicationVersion
            Correct the key or remove it, in the configuration files, the environment variables and the command line.
            """.ReplaceLineEndings("\n")));

    [Test]
    public async Task AValueThatCannotBeReadIsShown() => Assert.That(
        await MessageOf(("Migrations:LockTimeout", "soon")),
        Is.EqualTo("""
            TM5002: Migrations:LockTimeout cannot be read.
              given   soon
              reason  soon is not a valid value for TimeSpan.
            Write a time such as 00:01:00 (hours:minutes:seconds).
            """.ReplaceLineEndings("\n")));

    [Test]
    public async Task AValueOutOfRangeIsShown() => Assert.That(
        await MessageOf(("Migrations:BackupsToKeep", "0")),
        Is.EqualTo("""
            TM5002: Migrations:BackupsToKeep is out of range.
              given   0
              reason  The field BackupsToKeep must be between 1 and 1000.
            Set Migrations:BackupsToKeep in the configuration, or BackupsToKeep in AddMigrations(options => …), to a value in that range.
            """.ReplaceLineEndings("\n")));

    [Test]
    public async Task SixtyIsNotAMinuteButSixtyDays() =>
        Assert.That(await MessageOf(("Migrations:LockTimeout", "60")), Does.StartWith("TM5002: Migrations:LockTimeout is out of range.\n  given   60.00:00:00\n"));

    [Test]
    public async Task AModeThatDoesNotExistIsRefused([Values("Automatc", "7")] string mode) =>
        Assert.That(await MessageOf(("Migrations:Mode", mode)), Does.StartWith("TM5002: Migrations:Mode "));

    [Test]
    public async Task KeysBelowAValueAreRefused([Values("Migrations:Target:Shop", "Migrations:AdoptAt:Shop:First")] string key) =>
        Assert.That(await MessageOf((key, "20260101")), Does.Contain("is one value, but the configuration has keys below it."));

    [Test]
    public async Task EverythingThatCannotBeReadIsToldAtOnce()
    {
        using var host = TestHost.WithShop(new FakeStore(), ("Migrations:Typo", "1"), ("Migrations:StepLimit", "many"), ("Migrations:TestData", "perhaps"));

        var exception = await Assert.ThrowsAsync<MigrationException>(() => host.StartAsync());

        Assert.That(exception!.Problems, Has.Count.EqualTo(3));
        Assert.That(exception.Problems.Select(problem => problem.Code), Is.All.EqualTo(ErrorCode.InvalidOption));
    }

    [Test]
    public async Task AnOptionSetInCodeIsCheckedToo()
    {
        var store = new FakeStore();
        var builder = TestHost.Builder();
        builder.Services.AddMigrations(options => options.StepLimit = 0).AddModule<ShopModule>().Use(store);
        using var host = builder.Build();

        var exception = await Assert.ThrowsAsync<MigrationException>(() => host.StartAsync());

        Assert.That(exception!.Problems.Single().What, Is.EqualTo("Migrations:StepLimit is out of range."));
        Assert.That(store.OpenCount, Is.Zero);
    }

    [Test]
    public async Task AProgramThatMigratesBeforeRunHearsTheSame()
    {
        using var host = TestHost.WithShop(new FakeStore(), ("Migrations:BackupsToKeep", "0"));

        var exception = await Assert.ThrowsAsync<MigrationException>(() => host.MigrateAsync());

        Assert.That(exception!.Code, Is.EqualTo(ErrorCode.InvalidOption));
    }

    private static async Task<string> MessageOf((string Key, string? Value) setting)
    {
        using var host = TestHost.WithShop(new FakeStore(), setting);
        return (await Assert.ThrowsAsync<MigrationException>(() => host.StartAsync()))!.Message;
    }
}
