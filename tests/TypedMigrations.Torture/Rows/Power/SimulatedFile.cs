namespace TypedMigrations.Torture.Rows.Power;

/// <summary>A file of a simulated disk, whatever its names are.</summary>
internal sealed class SimulatedFile(byte[] original)
{
    private readonly List<DiskChange> _changes = [];

    /// <summary>What it held at first.</summary>
    public byte[] Original => original;

    /// <summary>Whether it was there at first.</summary>
    public bool IsOriginal => !_changes.Exists(change => change.Call == DiskCall.Create);

    public void Add(DiskChange change) => _changes.Add(change);

    /// <summary>What the disk has of it.</summary>
    /// <param name="random">Chance.</param>
    /// <param name="arrives">How likely what was not synced has arrived.</param>
    /// <param name="block">The bytes that arrive together.</param>
    public byte[] Content(Random random, double arrives, int block)
    {
        var synced = _changes.LastOrDefault(change => change.Call == DiskCall.Sync)?.Begun ?? 0;
        var content = new MemoryStream();
        content.Write(original);
        foreach (var change in _changes)
        {
            var isSynced = change.Ended <= synced;
            if (change.Call == DiskCall.Truncate && (isSynced || random.NextDouble() < arrives))
                content.SetLength(change.Offset);
            else if (change.Call == DiskCall.Write)
                Write(content, change, block, () => isSynced || random.NextDouble() < arrives);
        }

        return content.ToArray();
    }

    private static void Write(MemoryStream content, DiskChange change, int block, Func<bool> arrives)
    {
        for (var start = 0; start < change.Data.Length; start += block)
        {
            if (!arrives())
                continue;

            content.Position = change.Offset + start;
            content.Write(change.Data, start, Math.Min(block, change.Data.Length - start));
        }
    }
}
