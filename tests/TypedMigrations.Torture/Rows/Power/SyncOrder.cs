using TypedMigrations.Torture.Scenes;

namespace TypedMigrations.Torture.Rows.Power;

/// <summary>Looks in a trace for what was not on the disk when something relied on it.</summary>
internal sealed class SyncOrder(IReadOnlyList<DiskChange> changes, Place place)
{
    /// <summary>What is wrong, in words. Empty where nothing is.</summary>
    public IReadOnlyList<string> FindFaults()
    {
        var faults = new List<string>();
        foreach (var change in changes)
        {
            if (change.Call == DiskCall.Rename && change.To == place.Database)
                CheckSwap(change, faults);
            else if (change.Call == DiskCall.Rename && change.Path == place.Database)
                Demand(SyncOf(place.Folder, after: change) is not null, "the folder is not synced after the database was moved away", faults);
            else if (change.Call == DiskCall.Rename && change.To.StartsWith(place.BackupFolder, StringComparison.Ordinal))
                CheckBackup(change, faults);
            else if ((change.Call == DiskCall.Unlink || change is { Call: DiskCall.Truncate, Offset: 0 }) && change.Path == place.Log)
                Demand(IsSynced(place.Database, change), $"the database is not synced before its log goes ({change.Call})", faults);
        }

        return faults;
    }

    private void CheckSwap(DiskChange swap, List<string> faults)
    {
        Demand(IsSynced(swap.Path, swap), "the copy is not synced before it is swapped in", faults);
        var intent = changes.LastOrDefault(change => change.Call == DiskCall.Rename && change.To == place.Intent && change.Ended < swap.Begun);
        Demand(intent is not null, "there is no intent before the swap", faults);
        if (intent is not null)
        {
            Demand(IsSynced(intent.Path, intent), "the intent is not synced before it gets its name", faults);
            Demand(SyncOf(place.Folder, intent) is { } sync && sync.Ended < swap.Begun, "the folder is not synced between intent and swap", faults);
        }

        if (changes.LastOrDefault(change => change.Call == DiskCall.Link && change.Path == place.Database && change.Ended < swap.Begun) is { } link)
            Demand(SyncOf(place.BackupFolder, link) is { } sync && sync.Ended < swap.Begun, "the backups are not synced before the swap", faults);

        var after = SyncOf(place.Folder, swap);
        var removal = changes.FirstOrDefault(change => change.Call == DiskCall.Unlink && change.Path == place.Intent && change.Begun > swap.Ended);
        Demand(after is not null && (removal is null || after.Ended < removal.Begun), "the folder is not synced between the swap and the intent's end", faults);
    }

    private void CheckBackup(DiskChange rename, List<string> faults)
    {
        Demand(IsSynced(rename.Path, rename), "the backup is not synced before it gets its name", faults);
        Demand(SyncOf(place.BackupFolder, rename) is not null, "the backups are not synced after a new one got its name", faults);
    }

    /// <summary>Whether all that was written to a file is on the disk when something begins.</summary>
    private bool IsSynced(string path, DiskChange before)
    {
        var lastWrite = changes.LastOrDefault(change => change.Call is DiskCall.Write or DiskCall.Truncate && change.Path == path && change.Ended < before.Begun);
        return lastWrite is null || SyncOf(path, lastWrite) is { } sync && sync.Ended < before.Begun;
    }

    private DiskChange? SyncOf(string path, DiskChange after) => changes.FirstOrDefault(change => change.Call == DiskCall.Sync && change.Path == path && change.Begun > after.Ended);

    private static void Demand(bool holds, string fault, List<string> faults)
    {
        if (!holds)
            faults.Add(fault);
    }
}
