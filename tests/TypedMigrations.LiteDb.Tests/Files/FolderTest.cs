using TypedMigrations.LiteDb.Files;

namespace TypedMigrations.LiteDb.Tests.Files;

/// <summary>A test with a folder of its own, in which the database is shop.db.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public abstract class FolderTest
{
    private protected string Folder { get; private set; } = "";

    private protected DatabaseFile Database => DatabaseFile.At(In("shop.db"));

    [SetUp]
    public void MakeFolder() => Folder = Directory.CreateTempSubdirectory("typed-migrations-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(Folder, recursive: true);

    private protected string In(params string[] parts) => Path.Combine([Folder, .. parts]);

    /// <summary>The names in the folder and below, to show that nothing was left behind.</summary>
    private protected IEnumerable<string> Names =>
        Directory.EnumerateFileSystemEntries(Folder, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Folder, path)).Order(StringComparer.Ordinal);

    private protected static MigrationException Refused(Action action)
    {
        var exception = Assert.Catch<MigrationException>(() => action());
        return exception!;
    }
}
