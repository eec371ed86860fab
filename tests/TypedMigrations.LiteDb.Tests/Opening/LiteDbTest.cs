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

    /// <summary>The names of what lies in the folder.</summary>
    protected IEnumerable<string> Names() => Directory.GetFileSystemEntries(Folder).Select(path => Path.GetFileName(path));
}
