using LiteDB;
using TypedMigrations.LiteDb.CrashTests.Databases;
using TypedMigrations.LiteDb.CrashTests.Killing;

namespace TypedMigrations.LiteDb.CrashTests;

/// <summary>A database that LiteDB alone made, undisturbed from its adoption to the newest migration.</summary>
public sealed class DatabaseOf2020IsMigrated
{
    [Test, CancelAfter(300_000)]
    public async Task HoldsWhatTheHistoryDemands(CancellationToken timeout) =>
        Assert.That((await UndisturbedRun.OfLarge.WaitAsync(timeout)).Events[^1], Does.EndWith(" SwappedIn"));
}
