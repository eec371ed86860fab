using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Shop;
using TypedMigrations.Storing;

namespace TypedMigrations.Hosting.Tests;

/// <summary>Builds hosts that log into a list and have no configuration but what a test gives.</summary>
internal static class TestHost
{
    public static HostApplicationBuilder Builder(params (string Key, string? Value)[] configuration)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(configuration.Select(pair => KeyValuePair.Create(pair.Key, pair.Value)));
        builder.Services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace));
        builder.Services.AddSingleton<ILoggerProvider, LoggedLines>();
        return builder;
    }

    /// <summary>What a store's package does.</summary>
    public static IMigrationsBuilder Use(this IMigrationsBuilder builder, FakeStore store)
    {
        builder.Services.AddSingleton<IMigrationStore>(store);
        return builder;
    }

    /// <summary>A host with the module Shop and the store.</summary>
    public static IHost WithShop(FakeStore store, params (string Key, string? Value)[] configuration)
    {
        var builder = Builder(configuration);
        builder.Services.AddMigrations().AddModule<ShopModule>().Use(store);
        return builder.Build();
    }

    public static LoggedLines Logged(this IHost host) => (LoggedLines)host.Services.GetRequiredService<ILoggerProvider>();
}
