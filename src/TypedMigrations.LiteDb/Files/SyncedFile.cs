namespace TypedMigrations.LiteDb.Files;

/// <summary>A data file as a stream whose Flush means the disk, and that stays open when LiteDB closes it.</summary>
/// <remarks>
/// LiteDB flushes to the disk only what is a FileStream and not encrypted; a stream that it is given never is. After a checkpoint it empties the log, so that without this
/// a loss of power right then takes documents that were committed long ago.
/// </remarks>
internal sealed class SyncedFile(FileStream file) : KeptOpen(file)
{
    /// <inheritdoc/>
    public override void Flush() => file.Flush(flushToDisk: true);
}
