using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Shop;

namespace TypedMigrations.Hosting.Tests;

public sealed class OptionsComeFromConfiguration
{
    [Test]
    public void EveryOptionIsRead()
    {
        var options = Read(
            ("Migrations:Mode", "automatic"), ("Migrations:LockTimeout", "00:00:05"), ("Migrations:BackupsToKeep", "7"), ("Migrations:Target", "20260101"),
            ("Migrations:StepLimit", "2"), ("Migrations:AllowOutOfOrder", "true"), ("Migrations:TestData", "true"));

        Assert.Multiple(() =>
        {
            Assert.That(options.Mode, Is.EqualTo(MigrationMode.Automatic));
            Assert.That(options.LockTimeout, Is.EqualTo(TimeSpan.FromSeconds(5)));
            Assert.That(options.BackupsToKeep, Is.EqualTo(7));
            Assert.That(options.Target, Is.EqualTo("20260101"));
            Assert.That(options.StepLimit, Is.EqualTo(2));
            Assert.That(options.AllowOutOfOrder, Is.True);
            Assert.That(options.TestData, Is.True);
        });
    }

    [Test]
    public async Task TheyReachTheStore()
    {
        var store = new FakeStore();
        using var host = TestHost.WithShop(store, ("Migrations:LockTimeout", "00:00:05"), ("Migrations:BackupsToKeep", "7"));

        await host.MigrateAsync();

        Assert.That((store.LastSession!.LockTimeout, store.LastCopy!.BackupsToKeep), Is.EqualTo((TimeSpan.FromSeconds(5), 7)));
    }

    [Test]
    public void CodeComesAfterTheConfiguration()
    {
        var builder = TestHost.Builder(("Migrations:BackupsToKeep", "7"), ("Migrations:StepLimit", "2"));
        builder.Services.AddMigrations(options => options.BackupsToKeep = 9);
        using var host = builder.Build();

        var options = host.Services.GetRequiredService<IOptions<MigrationOptions>>().Value;
        Assert.That((options.BackupsToKeep, options.StepLimit), Is.EqualTo((9, (int?)2)));
    }

    [Test]
    public void WithoutConfigurationTheDefaultsHold()
    {
        using var provider = new ServiceCollection().AddMigrations().Services.BuildServiceProvider();

        Assert.That(provider.GetRequiredService<IOptions<MigrationOptions>>().Value.BackupsToKeep, Is.EqualTo(3));
    }

    [Test]
    public void AdoptAtWithAValueStandsForEveryModule() =>
        Assert.That(Read(("Migrations:AdoptAt", "20201006")).AdoptAt, Is.EqualTo(new Dictionary<string, string> { ["*"] = "20201006" }));

    [Test]
    public void AdoptAtWithAKeyBelowStandsForOneModule() =>
        Assert.That(Read(("Migrations:AdoptAt:Accounts", "20201006")).AdoptAt, Is.EqualTo(new Dictionary<string, string> { ["Accounts"] = "20201006" }));

    [Test]
    public void AdoptAtMayHaveBoth() => Assert.That(
        Read(("Migrations:AdoptAt", "20201006"), ("Migrations:AdoptAt:Disco", "0")).AdoptAt,
        Is.EqualTo(new Dictionary<string, string> { ["*"] = "20201006", ["Disco"] = "0" }));

    [Test]
    public void AnEmptyAdoptAtIsNone() => Assert.That(Read(("Migrations:AdoptAt", "")).AdoptAt, Is.Empty);

    [Test]
    public void AdoptAtIsReadFromTheCommandLineAndTheEnvironmentAlike()
    {
        var configuration = new ConfigurationBuilder().AddCommandLine(["--Migrations:AdoptAt=20201006"]).Build();
        using var provider = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddMigrations().Services.BuildServiceProvider();

        Assert.That(provider.GetRequiredService<IOptions<MigrationOptions>>().Value.AdoptAt["*"], Is.EqualTo("20201006"));
    }

    [Test]
    public async Task AdoptAtAdoptsAndGoesOnFromThere()
    {
        var store = new FakeStore { HasForeignTables = true };
        using var host = TestHost.WithShop(store, ("Migrations:AdoptAt", "20260101"));

        var report = await host.MigrateAsync();

        Assert.That(report.Plan.Adopted.Select(migration => migration.Id.Text), Is.EqualTo(new[] { "20260101_FirstTables" }));
        Assert.That(report.Results.Select(result => result.Id.Text), Is.EqualTo(new[] { "20260201_Prices" }));
    }

    private static MigrationOptions Read(params (string Key, string? Value)[] configuration)
    {
        using var host = TestHost.WithShop(new FakeStore(), configuration);
        return host.Services.GetRequiredService<IOptions<MigrationOptions>>().Value;
    }
}
