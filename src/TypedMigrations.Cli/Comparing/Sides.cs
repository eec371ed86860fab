using LiteDB;
using TypedMigrations.Cli.Locating;
using TypedMigrations.Discovering;
using TypedMigrations.LiteDb;

namespace TypedMigrations.Cli.Comparing;

/// <summary>Finds out what is meant by each side of a comparison: a file that is a database or a dump, a connection string, or a migration.</summary>
/// <param name="settings">The settings, whose password databases share.</param>
/// <param name="configured">The database of the settings. Two sides that are named need none.</param>
/// <param name="folder">The folder from which relative paths are meant.</param>
/// <param name="catalog">The migrations in the code, where one is asked for.</param>
internal sealed class Sides(Settings settings, Lazy<LiteDbStore> configured, string folder, Func<Task<MigrationCatalog>> catalog) : IDisposable
{
    private const int Dump = '{';
    private const int DumpWithByteOrderMark = 0xEF;
    private const int Plain = 0;

    private readonly List<LiteDbStore> _stores = [];
    private readonly string _temporary = Path.Combine(Path.GetTempPath(), "typed-migrations-diff-" + Guid.NewGuid().ToString("N"));

    /// <summary>The database of the settings.</summary>
    public Side Configured => new Side.OfDatabase(configured.Value.Database, configured.Value);

    /// <exception cref="CliException">TM6011: it is none of these.</exception>
    public async Task<Side> OpenAsync(string named, CancellationToken cancellation)
    {
        var path = Path.GetFullPath(named, folder);
        if (File.Exists(path))
        {
            return FirstByteOf(path) switch
            {
                Dump or DumpWithByteOrderMark => await LoadAsync(path, cancellation).ConfigureAwait(false),
                // A plain database may be compared with an encrypted one.
                Plain => Database(new ConnectionString { Filename = path }),
                _ => Database(new ConnectionString { Filename = path, Password = settings.Password }),
            };
        }

        if (named.Contains('=', StringComparison.Ordinal))
            return Database(new DatabaseSetting(ApplicationSettings.Read(null, new Dictionary<string, string>()), settings.Password).Choose(new Found(named, "the command line", folder))!.Connection);

        var migrations = await catalog().ConfigureAwait(false);
        return migrations.TryFind(named, settings.Module) is { } migration ? new Side.OfMigration(migration) : throw CliException.Usage(
            CliErrorCode.NotComparable, $"'{named}' is no file, no connection string, and no migration.", "Name a database file, a dump, or a migration by its stamp, id or name.",
            ("there are", string.Join("\n", migrations.Migrations.Select(known => known.Id))));
    }

    public void Dispose()
    {
        foreach (var store in _stores)
            store.Dispose();
        if (Directory.Exists(_temporary))
            Directory.Delete(_temporary, recursive: true);
    }

    private Side Database(ConnectionString connection)
    {
        // The database of the settings is open already where it is one of the sides.
        if (settings.Database is { } given && string.Equals(given.Filename, connection.Filename, StringComparison.Ordinal))
            return Configured;
        var store = new LiteDbStore(connection);
        _stores.Add(store);
        return new Side.OfDatabase(store.Database, store);
    }

    /// <summary>A dump is compared as the database that it makes, in a folder of its own among the temporary ones.</summary>
    private async Task<Side> LoadAsync(string dump, CancellationToken cancellation)
    {
        Directory.CreateDirectory(_temporary);
        var store = new LiteDbStore(new ConnectionString { Filename = Path.Combine(_temporary, $"{_stores.Count}.db"), Password = settings.Password });
        _stores.Add(store);
        await using var stream = File.OpenRead(dump);
        await new DatabaseMaintenance(store).LoadAsync(stream, cancellation: cancellation).ConfigureAwait(false);
        return new Side.OfDatabase(Path.GetFileName(dump), store);
    }

    /// <summary>A dump begins with its header, an object; a plain database with the number of its first page; an encrypted one with a mark of LiteDB's.</summary>
    private static int FirstByteOf(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return file.ReadByte();
    }
}
