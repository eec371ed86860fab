using LiteDB;
using Microsoft.Extensions.DependencyInjection;
using TypedMigrations.LiteDb;
using TypedMigrations.Storing;

namespace TypedMigrations;

/// <summary>Brings LiteDB databases up to date: for a host with <see cref="UseLiteDb(IMigrationsBuilder, string)"/>, for any other program with <see cref="RunAsync(string, IEnumerable{MigrationModule}, MigrationOptions?, IMigrationObserver?, CancellationToken)"/>.</summary>
public static class LiteDbMigrations
{
    /// <summary>Brings a LiteDB file up to date, and gives it to the program.</summary>
    /// <param name="connectionString">LiteDB's own, such as <c>Filename=app.db</c>.</param>
    /// <param name="modules">The modules of the program.</param>
    /// <param name="options">How to migrate; null for the defaults.</param>
    /// <param name="observer">Who is told what happens; null for nobody.</param>
    /// <param name="cancellation">Ends the run; the file is then as it was.</param>
    /// <returns>The database, open for this process alone until it is disposed.</returns>
    /// <exception cref="MigrationException">The run was refused or failed. The file is as it was; the message says why and what to do.</exception>
    public static Task<MigratedLiteDatabase> RunAsync(
        string connectionString, IEnumerable<MigrationModule> modules, MigrationOptions? options = null, IMigrationObserver? observer = null, CancellationToken cancellation = default) =>
        RunAsync(new LiteDbStore(connectionString, observer), modules, options, observer, cancellation);

    private static async Task<MigratedLiteDatabase> RunAsync(
        LiteDbStore store, IEnumerable<MigrationModule> modules, MigrationOptions? options, IMigrationObserver? observer, CancellationToken cancellation)
    {
        try
        {
            var report = await new Migrator(modules, store, options, observer: observer).RunAsync(cancellation).ConfigureAwait(false);
            return new MigratedLiteDatabase(store, report);
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    /// <summary>Brings a LiteDB database on a stream up to date, and gives it to the program. There is no swap of files and no backup.</summary>
    /// <param name="stream">The stream: empty, or written by LiteDB 5; readable, writable and seekable. The program disposes it, after the database.</param>
    /// <param name="modules">The modules of the program.</param>
    /// <param name="options">How to migrate; null for the defaults.</param>
    /// <param name="observer">Who is told what happens; null for nobody.</param>
    /// <param name="cancellation">Ends the run; the stream is then as it was.</param>
    /// <exception cref="MigrationException">The run was refused or failed. The stream is as it was; the message says why and what to do.</exception>
    public static Task<MigratedLiteDatabase> RunAsync(
        Stream stream, IEnumerable<MigrationModule> modules, MigrationOptions? options = null, IMigrationObserver? observer = null, CancellationToken cancellation = default) =>
        RunAsync(new LiteDbStore(stream, password: null, observer), modules, options, observer, cancellation);

    /// <summary>Makes a LiteDB file the application's database, and registers <see cref="ILiteDatabase"/> and <see cref="LiteDatabase"/>.</summary>
    /// <remarks>The database is opened on its first use. Using it before it is up to date fails with TM5001.</remarks>
    /// <param name="builder">What <c>AddMigrations</c> returned.</param>
    /// <param name="connectionString">LiteDB's own, such as <c>Filename=app.db</c>.</param>
    public static IMigrationsBuilder UseLiteDb(this IMigrationsBuilder builder, string connectionString) =>
        builder.UseLiteDb(_ => connectionString);

    /// <summary>Makes a LiteDB file the application's database, by a connection string that the container gives.</summary>
    /// <param name="builder">What <c>AddMigrations</c> returned.</param>
    /// <param name="connectionString">Makes the connection string, once.</param>
    public static IMigrationsBuilder UseLiteDb(this IMigrationsBuilder builder, Func<IServiceProvider, string> connectionString)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(connectionString);
        builder.Services.AddSingleton(services => new LiteDbStore(connectionString(services), new ObserverGroup(services.GetServices<IMigrationObserver>()), services.GetService<BsonMapper>()));
        builder.Services.AddSingleton<IMigrationStore>(services => services.GetRequiredService<LiteDbStore>());
        builder.Services.AddSingleton(services => services.GetRequiredService<LiteDbStore>().Application);
        builder.Services.AddSingleton<ILiteDatabase>(services => services.GetRequiredService<LiteDbStore>().Application);
        return builder;
    }
}
