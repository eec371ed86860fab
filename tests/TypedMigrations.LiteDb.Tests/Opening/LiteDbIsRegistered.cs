using LiteDB;
using Microsoft.Extensions.DependencyInjection;
using TypedMigrations.StoreContract.Modules.History;
using TypedMigrations.Storing;

namespace TypedMigrations.LiteDb.Tests.Opening;

public sealed class LiteDbIsRegistered : LiteDbTest
{
    [Test]
    public async Task WithTheStoreAndTheApplicationsDatabase()
    {
        var builder = new Builder();
        builder.UseLiteDb(Database.Connection);
        await using var services = builder.Services.BuildServiceProvider();
        var store = services.GetRequiredService<IMigrationStore>();

        await new Migrator([new HistoryModule()], store, Options()).RunAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(store, Is.SameAs(services.GetRequiredService<LiteDbStore>()));
            Assert.That(services.GetRequiredService<ILiteDatabase>(), Is.SameAs(services.GetRequiredService<LiteDatabase>()));
            Assert.That(services.GetRequiredService<ILiteDatabase>().GetCollection("shops").Count(), Is.Zero);
        }
    }

    [Test]
    public async Task AndReleasedWithTheContainer()
    {
        var builder = new Builder();
        builder.UseLiteDb(_ => Database.Connection);
        await using (var services = builder.Services.BuildServiceProvider())
        {
            await new Migrator([new HistoryModule()], services.GetRequiredService<IMigrationStore>(), Options()).RunAsync();
            services.GetRequiredService<ILiteDatabase>().GetCollection("shops").Count();
        }

        Assert.That((await Run()).WasUpToDate, Is.True);
    }

    [Test]
    public async Task WithTheApplicationsMapper()
    {
        var mapper = new BsonMapper();
        var builder = new Builder();
        builder.Services.AddSingleton(mapper);
        builder.UseLiteDb(Database.Connection);
        await using var services = builder.Services.BuildServiceProvider();
        await new Migrator([new HistoryModule()], services.GetRequiredService<IMigrationStore>(), Options()).RunAsync();

        Assert.That(services.GetRequiredService<ILiteDatabase>().Mapper, Is.SameAs(mapper));
    }

    private sealed class Builder : IMigrationsBuilder
    {
        public IServiceCollection Services { get; } = new ServiceCollection();
    }
}
