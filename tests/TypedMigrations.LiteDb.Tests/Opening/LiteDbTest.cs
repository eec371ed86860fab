using LiteDB;
using TypedMigrations.LiteDb.Tests.Contract;
using TypedMigrations.StoreContract.Modules.History;

namespace TypedMigrations.LiteDb.Tests.Opening;

/// <summary>A test on one LiteDB file in a folder of its own.</summary>
[Parallelizable(ParallelScope.Self)]
public abstract class LiteDbTest
{
    protected PlainFile Database { get; private set; } = null!;

    protected string Folder => Database.Folder;

    protected string FilePath => Database.FilePath;

    [SetUp]
    public void MakeFolder() => Database = new PlainFile();

    [TearDown]
    public void RemoveFolder() => Database.Dispose();

    /// <summary>Migrates as a program without a host does, and closes the database.</summary>
    protected async Task<MigrationReport> Run(string more = "", MigrationModule? module = null, Action<MigrationOptions>? with = null, IMigrationObserver? observer = null)
    {
        await using var migrated = await LiteDbMigrations.RunAsync($"Filename={FilePath}{more}", [module ?? new HistoryModule()], Options(with), observer);
        return migrated.Report;
    }

    protected async Task<MigrationException> RunFails(string more = "", MigrationModule? module = null, Action<MigrationOptions>? with = null) =>
        (await Assert.ThrowsAsync<MigrationException>(() => Run(more, module, with)))!;

    protected static MigrationOptions Options(Action<MigrationOptions>? with = null)
    {
        var options = new MigrationOptions { LockTimeout = TimeSpan.Zero };
        with?.Invoke(options);
        return options;
    }

    /// <summary>Opens the file as a program without the library would.</summary>
    protected LiteDatabase OpenWithLiteDb(string more = "") => new($"Filename={FilePath}{more}", new BsonMapper());

    /// <summary>Inserts a shop as a program does that is killed: it stands in the log only.</summary>
    protected void LeaveInTheLog(BsonDocument shop)
    {
        // Under another name, and then copied: LiteDB may hold its log for a moment after it was closed.
        var other = Path.Combine(Folder, "other.db");
        File.Copy(FilePath, other);
        using (var database = new LiteDatabase($"Filename={other}", new BsonMapper()))
        {
            database.Pragma("CHECKPOINT", 0);
            database.GetCollection("shops").Insert(shop);
        }

        var log = Path.Combine(Folder, "other-log.db");
        File.Copy(other, FilePath, overwrite: true);
        File.Copy(log, Path.Combine(Folder, "shop-log.db"));
        File.Delete(other);
        File.Delete(log);
    }

    protected static BsonDocument LateShop() => new() { ["_id"] = "late", ["name"] = "L", ["rating"] = 1 };

    /// <summary>The names of what lies in the folder.</summary>
    protected IEnumerable<string> Names() => Directory.GetFileSystemEntries(Folder).Select(path => Path.GetFileName(path));
}
