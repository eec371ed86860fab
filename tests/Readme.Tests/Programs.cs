using LiteDB;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using Shop;
using TypedMigrations;
using TypedMigrations.Testing;

namespace Readme.Tests;

/// <summary>The programs that the readme shows. They are compiled here, and the first two run in tests.</summary>
internal static class Programs
{
    public static WebApplication Host(WebApplicationBuilder builder)
    {
        builder.Services
            .AddMigrations()
            .AddModule<ShopModule>()
            .UseLiteDb("Filename=shop.db");

        return builder.Build();
    }

    public static async Task Console()
    {
        await using var shop = await LiteDbMigrations.RunAsync("Filename=shop.db", [new ShopModule()]);

        System.Console.WriteLine(shop.Report);
        ILiteDatabase database = shop.Database;
        System.Console.WriteLine(database.GetCollection("customers").Count());
    }

    public static async Task BeforeRun(WebApplication app)
    {
        var report = await app.MigrateAsync();
        System.Console.WriteLine(report);
    }

    private sealed class Tests
    {
        private static IEnumerable<MigrationTest> Cases => MigrationTests.For<ShopModule>();

        [TestCaseSource(nameof(Cases))] public void Passes(MigrationTest test) => test.Run();
    }
}
