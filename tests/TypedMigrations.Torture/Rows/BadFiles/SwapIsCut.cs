using System.Text;
using TypedMigrations.Torture.Attempts;
using TypedMigrations.Torture.Children;
using TypedMigrations.Torture.Scenes;

namespace TypedMigrations.Torture.Rows.BadFiles;

/// <summary>A swap was cut between its steps, with and without hard links. The files are laid here as such a cut leaves them.</summary>
internal sealed class SwapIsCut : Row
{
    private const string BackupName = "20261231T235959000Z.db";

    public override string Name => "swap-is-cut";

    public override string Tries => "every state between two steps of a swap, also where there are no hard links; the note of it torn, flipped or empty";

    public override int Weight => 1;

    public override async Task TryAsync(Attempt attempt)
    {
        var scene = await Scene.OfAsync(new Scenario(Operation.Migrate, attempt.Pick(60, 300), attempt.Pick(null, "correct horse")));
        using var bench = Bench.Of(scene);
        var place = bench.Place;
        var migrated = await MigratedAsync(scene, attempt.Timeout);
        // As long as the note is being written nothing was moved, nor has the database its second name.
        var isBeingWritten = attempt.Random.Next(8) == 0;
        var (hasName, hasCopy, hasBackup) = (isBeingWritten || attempt.Random.Next(2) == 0, attempt.Random.Next(2) == 0, !isBeingWritten && attempt.Random.Next(2) == 0);
        Lay(place, migrated, hasName, hasCopy, hasBackup);
        var note = Note(attempt);
        File.WriteAllBytes(isBeingWritten ? place.Intent + ".tmp" : place.Intent, note);

        var (ending, story) = await Server.RunAsync(bench, attempt.Timeout);
        Faults.Check(ending, "", story);
        if (ending == "done" ? !hasName && !hasCopy && !hasBackup : hasName || File.Exists(place.Database))
            throw new LostException($"With name {hasName}, copy {hasCopy}, backup {hasBackup} and the note {Encoding.UTF8.GetString(note)} it {ending}.\n{story}");
        if (ending == "done")
            await bench.FinishAsync("after", attempt.Timeout);
        attempt.Count($"{(hasName ? "name" : "no name")}, {ending}");
    }

    private static async Task<byte[]> MigratedAsync(Scene scene, CancellationToken timeout)
    {
        using var bench = Bench.Of(scene);
        await Operating.RunAsync(Operation.Migrate, bench.Place, cancellation: timeout);
        return File.ReadAllBytes(bench.Place.Database);
    }

    private static void Lay(Place place, byte[] migrated, bool hasName, bool hasCopy, bool hasBackup)
    {
        Directory.CreateDirectory(place.WorkFolder);
        Directory.CreateDirectory(place.BackupFolder);
        if (hasCopy)
            File.WriteAllBytes(Path.Combine(place.WorkFolder, "copy.db"), migrated);
        if (hasBackup && hasName && hasCopy && !OperatingSystem.IsWindows())
            HardLink.Make(place.Database, Path.Combine(place.BackupFolder, BackupName));
        else if (hasBackup)
            File.Copy(place.Database, Path.Combine(place.BackupFolder, BackupName));
        if (hasName && !hasCopy && hasBackup)
            File.WriteAllBytes(place.Database, migrated);
        else if (!hasName)
            File.Delete(place.Database);
    }

    private static byte[] Note(Attempt attempt)
    {
        var note = Encoding.UTF8.GetBytes($$"""{"Copy":"depot.db.migrating/copy.db","Backup":"depot.db.backups/{{BackupName}}","At":"2026-12-31T23:59:59+00:00"}""");
        switch (attempt.Random.Next(6))
        {
            case 0:
                return note[..attempt.Random.Next(note.Length)];
            case 1:
                note[attempt.Random.Next(note.Length)] ^= (byte)attempt.Random.Next(1, 256);
                return note;
            default:
                return note;
        }
    }
}
