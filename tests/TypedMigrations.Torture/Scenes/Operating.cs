using TypedMigrations.LiteDb;
using TypedMigrations.Torture.Depot;
using TypedMigrations.Torture.Hostility;

namespace TypedMigrations.Torture.Scenes;

/// <summary>Carries operations out, as an application would by the library's public surface.</summary>
internal static class Operating
{
    public static async Task RunAsync(
        Operation operation, Place place, IMigrationObserver? observer = null, TimeProvider? time = null, MigrationOptions? options = null, CancellationToken cancellation = default)
    {
        if (operation == Operation.Endure)
        {
            await Deed.RunAsync("nothing", place, observer, cancellation);
            return;
        }

        using var store = new LiteDbStore(place.ConnectionString, observer);
        var migrator = new Migrator([new DepotModule()], store, options, time, observer);
        var maintenance = new DatabaseMaintenance(store, options, time, observer);
        await (operation switch
        {
            Operation.Migrate or Operation.Make => migrator.RunAsync(cancellation),
            Operation.TakeBack => migrator.RunAsync(MigrationGoal.To(DepotModule.BeforeLast) with { AllowDataLoss = true }, cancellation),
            Operation.Restore => migrator.RestoreAsync(place.Kept, cancellation),
            Operation.BackUp => maintenance.BackupAsync(cancellation: cancellation),
            Operation.Drop => maintenance.DropAsync(cancellation: cancellation),
            Operation.Load => LoadAsync(maintenance, place, cancellation),
            _ => (Task)migrator.SeedAsync(cancellation),
        }).ConfigureAwait(false);
    }

    /// <summary>Makes the dump that is loaded.</summary>
    public static async Task DumpAsync(Place place)
    {
        using var store = new LiteDbStore(place.ConnectionString);
        await using var dump = File.Create(place.Dump);
        await new DatabaseMaintenance(store).DumpAsync(dump);
    }

    private static async Task LoadAsync(DatabaseMaintenance maintenance, Place place, CancellationToken cancellation)
    {
        await using var dump = File.OpenRead(place.Dump);
        await maintenance.LoadAsync(dump, cancellation: cancellation);
    }
}
