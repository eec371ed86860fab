namespace TypedMigrations.LiteDb.Tests.Opening;

/// <summary>A test of what operators do with one LiteDB file.</summary>
public abstract class MaintenanceTest : LiteDbTest
{
    protected async Task<T> Maintain<T>(Func<DatabaseMaintenance, Task<T>> use, string more = "")
    {
        using var store = new LiteDbStore($"Filename={FilePath}{more}");
        return await use(new DatabaseMaintenance(store, Options()));
    }

    protected async Task<MigrationException> Refused<T>(Func<DatabaseMaintenance, Task<T>> use, string more = "")
    {
        var before = await File.ReadAllBytesAsync(FilePath);
        var refused = await Assert.ThrowsAsync<MigrationException>(() => Maintain(use, more));
        Assert.That(await File.ReadAllBytesAsync(FilePath), Is.EqualTo(before));
        return refused!;
    }
}
