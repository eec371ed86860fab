using TypedMigrations.LiteDb;
using TypedMigrations.LiteDb.CrashTests.Databases;
using TypedMigrations.Storing;
using TypedMigrations.Torture.Depot;
using TypedMigrations.Torture.Scenes;

namespace TypedMigrations.Torture.Attempts;

/// <summary>A copy of a scene's files that an attempt may ruin, and the checks afterwards.</summary>
internal sealed class Bench : IDisposable
{
    private readonly bool _ownsFolder;

    private Bench(Scene scene, Place place, bool ownsFolder) => (Scene, Place, _ownsFolder) = (scene, place, ownsFolder);

    public Scene Scene { get; }

    public Place Place { get; }

    /// <summary>A collection that another program wrote, and that is in neither state.</summary>
    public string? Foreign { get; init; }

    /// <summary>The bytes of a database that was damaged before the attempt: its backup is as damaged. Null where it was whole.</summary>
    public byte[]? Damaged { get; set; }

    /// <param name="scene">What is copied.</param>
    /// <param name="isShared">Whether the database is opened with <c>Connection=shared</c>.</param>
    /// <param name="folder">A folder that belongs to somebody else; null for a new one.</param>
    /// <param name="foreign">A collection that another program writes; null for none.</param>
    public static Bench Of(Scene scene, bool isShared = false, string? folder = null, string? foreign = null)
    {
        var place = scene.Template with { Folder = folder ?? Ground.NewPath("bench"), IsShared = isShared };
        scene.Template.CopyTo(place.Folder);
        return new Bench(scene, place, ownsFolder: folder is null) { Foreign = foreign };
    }

    /// <summary>Files that are in their place already.</summary>
    public static Bench At(Scene scene, string folder) => new(scene, scene.Template with { Folder = folder }, ownsFolder: false);

    /// <summary>Says in which of the two states the database is: <c>before</c> or <c>after</c>. There is no third.</summary>
    /// <exception cref="LostException">It is in another.</exception>
    public string Find()
    {
        if (!File.Exists(Place.Database))
            return Scene.Before is null ? "before" : Scene.After is null ? "after" : throw new LostException($"The database is missing. {Story()}");

        var found = ReadAll();
        var fromBefore = Differences(found, Scene.Before);
        if (fromBefore.Count == 0)
            return "before";

        var fromAfter = Differences(found, Scene.After);
        return fromAfter.Count == 0 ? "after" : throw new LostException($"""
            The database is neither as before nor as after. {Story()}
            From before: {string.Join("\n  ", fromBefore)}
            From after: {string.Join("\n  ", fromAfter)}
            """);
    }

    /// <summary>Finds the state, starts once more, and holds that the database is then as after with nothing left behind.</summary>
    /// <returns>The state that was found.</returns>
    public async Task<string> CheckAsync(CancellationToken timeout)
    {
        var found = Find();
        await FinishAsync(found, timeout);
        return found;
    }

    /// <summary>The next start brings the database to the state after.</summary>
    public async Task FinishAsync(string found, CancellationToken timeout)
    {
        try
        {
            // A swap that was cut is finished or taken back by whoever opens the database next.
            if (File.Exists(Place.Intent))
            {
                await LookAsync(timeout);
                found = Find();
            }

            if (found == "before")
                await Operating.RunAsync(Scene.Scenario.Operation, Place, cancellation: timeout).WaitAsync(timeout);
            await LookAsync(timeout);
        }
        catch (Exception exception) when (exception is not LostException)
        {
            throw new LostException($"The next start failed, found {found}. {Story()}\n{exception}");
        }

        IsFinished();
    }

    /// <summary>The database is as after, nothing is left over, and every backup is whole.</summary>
    private void IsFinished()
    {
        if (Find() != "after" && Scene.Scenario.Operation != Operation.BackUp)
            throw new LostException($"After the next start the database is not as after. {Story()}");
        if (Place.Leftovers.Any())
            throw new LostException($"Something was left behind. {Story()}");
        foreach (var backup in Place.Backups.Where(backup => !IsDamaged(backup)))
            IsWhole(backup);
    }

    private bool IsDamaged(string backup) => Damaged is not null && File.ReadAllBytes(backup).AsSpan().SequenceEqual(Damaged);

    private void IsWhole(string backup)
    {
        var found = DatabaseFacts.Read(backup, Place.Password);
        if (Foreign is not null)
            found.Collections.Remove(Foreign);
        if (Differences(found, Scene.Before).Count > 0 && Differences(found, Scene.After).Count > 0)
            throw new LostException($"The backup {Path.GetFileName(backup)} is neither as before nor as after: {string.Join("\n  ", Differences(found, Scene.Before))}");
    }

    /// <summary>The library itself says that the database and its backups can be read, and that its audit trail is whole.</summary>
    private async Task LookAsync(CancellationToken timeout)
    {
        using var store = new LiteDbStore(Place.ConnectionString);
        if (await FindBreakAsync(store, timeout) is { } broken)
            throw new LostException($"The audit trail is broken at event {broken.Sequence}.");
        var backups = await new Migrator([new DepotModule()], store).ListBackupsAsync(timeout).WaitAsync(timeout);
        if (backups.Count != Place.Backups.Count)
            throw new LostException($"Of {Place.Backups.Count} files {backups.Count} are known as backups. {Story()}");
        foreach (var backup in backups)
        {
            if (backup.Problem is { } problem && !IsDamaged(backup.Path))
                throw new LostException($"The backup {backup.Path} cannot be read: {problem.What}");
        }
    }

    /// <summary>The first event of the audit trail whose hash is not that of what it says; null where the chain is whole.</summary>
    public static async Task<AuditEvent?> FindBreakAsync(LiteDbStore store, CancellationToken timeout) =>
        AuditTrail.FindBreak((await new DatabaseMaintenance(store).ReadAuditAsync(timeout).WaitAsync(timeout)).Events);

    private DatabaseFacts ReadAll()
    {
        try
        {
            var found = Place.Read();
            if (Foreign is not null)
                found.Collections.Remove(Foreign);
            return found;
        }
        catch (Exception exception)
        {
            throw new LostException($"The database cannot be read. {Story()}\n{exception}");
        }
    }

    private static IReadOnlyList<string> Differences(DatabaseFacts found, DatabaseFacts? expected)
    {
        if (expected is null)
            return ["there should be no database"];
        var differences = found.DifferencesFrom(expected);
        return found.Journal.SequenceEqual(expected.Journal) ? differences : [.. differences, $"journal: {string.Join(", ", found.Journal)}"];
    }

    /// <summary>What lies in the folder, for messages.</summary>
    private string Story() => $"{Scene.Scenario}, in the folder: " + string.Join(", ", Directory.EnumerateFileSystemEntries(Place.Folder, "*", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Place.Folder, path) + (File.Exists(path) ? $" ({new FileInfo(path).Length:N0})" : "/")));

    public void Dispose()
    {
        if (_ownsFolder && Directory.Exists(Place.Folder))
            Directory.Delete(Place.Folder, recursive: true);
    }
}
