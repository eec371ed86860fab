using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Shop;

namespace TypedMigrations.Hosting.Tests;

public sealed class SomethingIsMissing
{
    private const string NoModule = "TM5002: No module was added.\nAdd at least one after AddMigrations(): .AddModule<AccountsModule>(), with your own class that derives from MigrationModule.";
    private const string NoDatabase = "TM5002: No database was named.\nName it after AddMigrations(): .UseLiteDb(\"Filename=app.db\"), from the package TypedMigrations.LiteDb.";

    [Test]
    public async Task AHostWithoutModuleDoesNotStart() =>
        Assert.That(await MessageOf(migrations => migrations.Use(new FakeStore())), Is.EqualTo(NoModule));

    [Test]
    public async Task AHostWithoutDatabaseDoesNotStart() =>
        Assert.That(await MessageOf(migrations => migrations.AddModule<ShopModule>()), Is.EqualTo(NoDatabase));

    [Test]
    public async Task BothAreToldAtOnce() =>
        Assert.That(await MessageOf(_ => { }), Is.EqualTo(NoModule + "\n\n" + NoDatabase));

    private static async Task<string> MessageOf(Action<IMigrationsBuilder> add)
    {
        var builder = TestHost.Builder();
        add(builder.Services.AddMigrations());
        using var host = builder.Build();
        return (await Assert.ThrowsAsync<MigrationException>(() => host.StartAsync()))!.Message;
    }
}
