using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace TypedMigrations.Hosting.Tests;

public sealed class RunIsLogged
{
    [Test, Property("Behavior", 74)]
    public async Task EveryEventHasItsLine()
    {
        using var host = TestHost.WithShop(new FakeStore { OnOpen = (session, _) => session.OnWaiting("process 7", TimeSpan.FromSeconds(5)) });

        await host.MigrateAsync();

        // How long a migration took differs each time.
        Assert.That(host.Logged().Texts.Select(text => text.Split(" in ")[0]), Is.EqualTo(new[]
        {
            "1001 fake.db is locked by process 7; waited 5 s so far.",
            "1003 fake.db: 0 migrations to adopt, 2 to apply.",
            "1005 fake.db was copied; the copy is migrated.",
            "1007 Migrating to 20260101_FirstTables of module Shop.",
            "1007 Migrating to 20260201_Prices of module Shop.",
            "1008 20260101_FirstTables of module Shop: 3 documents of table products read.",
            "1008 20260201_Prices of module Shop: 3 documents of table products read.",
            "1009 Migrated to 20260101_FirstTables of module Shop",
            "1009 Migrated to 20260201_Prices of module Shop",
            "1010 The copy matches the constants.",
            "1011 Note: Table old is not declared and is kept.",
            "1012 fake.db is migrated; the backup is fake.db.backup.",
            "1013 The database is migrated, but: An old backup could not be pruned.",
        }));
    }

    [Test]
    public async Task AnAdoptionHasItsLines()
    {
        using var host = TestHost.WithShop(new FakeStore { HasForeignTables = true }, ("Migrations:AdoptAt", "20260201"));

        await host.MigrateAsync();

        Assert.That(host.Logged().Texts, Does.Contain("1006 Module Shop is adopted at 20260201_Prices.").And.Contain("1011 Note: Made index idx_name of table products."));
    }

    [Test]
    public void GoingBackHasItsLines()
    {
        using var host = TestHost.WithShop(new FakeStore());
        var id = MigrationId.TryParse("20260201_Prices", "Shop")!;

        foreach (var observer in host.Services.GetServices<IMigrationObserver>())
        {
            observer.Observe(new MigrationEvent.Reverting(id));
            observer.Observe(new MigrationEvent.Reverted(id, TimeSpan.FromSeconds(1.5)));
            observer.Observe(new MigrationEvent.Restored("fake.db", "then.db", "now.db"));
        }

        Assert.That(host.Logged().Texts, Is.EqualTo(new[]
        {
            "1016 Taking back 20260201_Prices of module Shop.",
            "1017 Took back 20260201_Prices of module Shop in 1.50 s.",
            "1018 fake.db is restored from then.db; what it was is the backup now.db.",
        }));
    }

    [Test]
    public void IdsLevelsAndTextsAreThoseOfTheDocumentation()
    {
        var root = typeof(RunIsLogged).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == "RepositoryRoot").Value!;
        var documented = File.ReadAllLines(Path.Combine(root, "docs", "logging.md")).Where(line => line.StartsWith("| 1", StringComparison.Ordinal));

        Assert.That(documented, Is.EqualTo(Messages().Select(message =>
            string.Create(CultureInfo.InvariantCulture, $"| {message.Attribute.EventId} | {message.Name} | {message.Attribute.Level} | {message.Attribute.Message} |"))));
    }

    [Test]
    public void IdsAreStable()
    {
        // A new message gets a new id at the end. A line of this list never changes.
        Assert.That(Messages().Select(message => (message.Attribute.EventId, message.Name, message.Attribute.Level)), Is.EqualTo(new[]
        {
            (1001, "WaitingForLock", LogLevel.Warning),
            (1002, "UpToDate", LogLevel.Information),
            (1003, "Planned", LogLevel.Information),
            (1004, "PlanRefused", LogLevel.Warning),
            (1005, "Copied", LogLevel.Information),
            (1006, "Adopted", LogLevel.Information),
            (1007, "Migrating", LogLevel.Information),
            (1008, "Progress", LogLevel.Debug),
            (1009, "Migrated", LogLevel.Information),
            (1010, "Verified", LogLevel.Information),
            (1011, "Noted", LogLevel.Information),
            (1012, "SwappedIn", LogLevel.Information),
            (1013, "Warned", LogLevel.Warning),
            (1014, "Failed", LogLevel.Error),
            (1015, "Cancelled", LogLevel.Warning),
            (1016, "Reverting", LogLevel.Information),
            (1017, "Reverted", LogLevel.Information),
            (1018, "Restored", LogLevel.Warning),
            (1019, "PlannedBack", LogLevel.Information),
        }));
    }

    private static IEnumerable<(string Name, LoggerMessageAttribute Attribute)> Messages() =>
        typeof(MigrationsBuilder).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Select(method => (method.Name, Attribute: method.GetCustomAttribute<LoggerMessageAttribute>()))
            .Where(message => message.Attribute is not null)
            .Select(message => (message.Name, message.Attribute!))
            .OrderBy(message => message.Item2.EventId);
}
