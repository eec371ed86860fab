using TypedMigrations.Discovering;
using TypedMigrations.Planning;
using TypedMigrations.Running;
using TypedMigrations.Schemas;
using TypedMigrations.Storing;

namespace TypedMigrations;

/// <summary>What a new database holds: the documents that seeds and migrations make where there was nothing.</summary>
/// <remarks>It is the data of a squash, which stands for these migrations in new databases from then on.</remarks>
public sealed class NewDatabase
{
    private NewDatabase(IReadOnlyList<NewTable> tables) => Tables = tables;

    /// <summary>The declared tables, by module and name; empty ones too.</summary>
    public IReadOnlyList<NewTable> Tables { get; }

    /// <summary>Migrates a new database in memory, reads it, and throws it away.</summary>
    /// <param name="modules">The modules of the application: those that are asked about, and all that they depend on.</param>
    /// <param name="databases">The store's test databases; <see cref="TestDatabases.TryFind"/> finds those of a package.</param>
    /// <param name="goal">Where to go, such as the last migration that a squash is to replace; null for the latest.</param>
    /// <param name="testData">Whether it has the test data besides the bootstrap data. The default is false.</param>
    /// <param name="cancellation">Ends the run.</param>
    /// <exception cref="MigrationException">A migration was refused or failed, as it would in any new database; or TM4002: a document does not read as its record.</exception>
    public static Task<NewDatabase> MakeAsync(
        IEnumerable<MigrationModule> modules, ITestDatabases databases, MigrationGoal? goal = null, bool testData = false, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(modules);
        ArgumentNullException.ThrowIfNull(databases);
        var catalog = MigrationCatalog.Discover(modules);
        // A store's transactions may be bound to their thread.
        return Task.Factory.StartNew(() => Make(catalog, databases, new PlanRequest { Goal = goal, TestData = testData }, cancellation), cancellation, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    private static NewDatabase Make(MigrationCatalog catalog, ITestDatabases databases, PlanRequest request, CancellationToken cancellation)
    {
        using var database = databases.Create(TestDatabasePlace.Memory);
        var tables = FreshMigration.Run(catalog, database, request, cancellation);
        return new NewDatabase([.. tables.Select(table => new NewTable(table.Module, table.Schema, database.Documents(table.Schema.Name), database.Read(table.Schema)))]);
    }
}

/// <summary>A table of a new database.</summary>
/// <param name="Module">The module that owns it.</param>
/// <param name="Schema">The table as its module's newest migration declares it.</param>
/// <param name="Documents">Its documents as they are stored, in the order of their keys.</param>
/// <param name="Records">The same documents as that migration's records, in the same order.</param>
public sealed record NewTable(string Module, TableSchema Schema, IReadOnlyList<StoredDocument> Documents, IReadOnlyList<object> Records);
