namespace TypedMigrations.Torture.Rows.Power;

/// <summary>What a disk may hold after the power was cut: everything that was synced, and of the rest what chance lets there be.</summary>
/// <remarks>
/// Contents: of what was written to a file since its last fsync, any blocks of 4 KiB may have arrived, in any order. Names: of what was done in a folder since its last
/// fsync, any beginning may have arrived; a rename arrives whole, with whichever of its two folders arrives first. That is less than POSIX allows to be lost, and as much as
/// file systems with a log of their own (ext4, xfs, btrfs, APFS, NTFS) lose.
/// </remarks>
internal sealed class SimulatedDisk
{
    private const int Block = 4096;

    private readonly string _folder;
    private readonly IReadOnlyList<DiskChange> _changes;
    private readonly Dictionary<string, SimulatedFile> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, byte[]> _template;

    /// <param name="folder">The folder of the trace.</param>
    /// <param name="template">The folder's files before it.</param>
    /// <param name="changes">The trace.</param>
    public SimulatedDisk(string folder, string template, IReadOnlyList<DiskChange> changes)
    {
        _folder = folder;
        _changes = changes;
        _template = Directory.EnumerateFiles(template, "*", SearchOption.AllDirectories).ToDictionary(path => Path.GetRelativePath(template, path), File.ReadAllBytes);
    }

    /// <summary>Writes what the disk may hold when the power is cut after some changes.</summary>
    /// <param name="count">How many changes were made.</param>
    /// <param name="random">Chance.</param>
    /// <param name="into">A folder that does not exist yet.</param>
    public void Write(int count, Random random, string into)
    {
        var made = _changes.Take(count).ToList();
        var arrives = random.Next(3) switch { 0 => 0.0, 1 => 1.0, _ => random.NextDouble() };
        var files = Replay(made);
        var names = Names(made, files, random, arrives);
        foreach (var folder in names.Folders.Order(StringComparer.Ordinal))
            Directory.CreateDirectory(Path.Combine(into, folder));
        foreach (var (path, file) in names.Files)
            File.WriteAllBytes(Path.Combine(into, path), file.Content(random, arrives, Block));
    }

    /// <summary>What each change was made to, and what was made to each file.</summary>
    private Dictionary<DiskChange, SimulatedFile> Replay(List<DiskChange> made)
    {
        var of = new Dictionary<DiskChange, SimulatedFile>(ReferenceEqualityComparer.Instance);
        _names.Clear();
        foreach (var (path, content) in _template)
            _names[path] = new SimulatedFile(content);
        foreach (var change in made)
        {
            var (path, to) = (Relative(change.Path), change.To == "" ? "" : Relative(change.To));
            if (change.Call == DiskCall.Create)
                _names[path] = new SimulatedFile([]);
            if (!_names.TryGetValue(path, out var file))
                continue;

            of[change] = file;
            file.Add(change);
            if (change.Call is DiskCall.Rename or DiskCall.Link)
                _names[to] = file;
            if (change.Call is DiskCall.Rename or DiskCall.Unlink)
                _names.Remove(path);
        }

        return of;
    }

    private (Dictionary<string, SimulatedFile> Files, HashSet<string> Folders) Names(List<DiskChange> made, Dictionary<DiskChange, SimulatedFile> of, Random random, double arrives)
    {
        var cuts = Cuts(made, random, arrives);
        var files = _template.ToDictionary(item => item.Key, item => new SimulatedFile(item.Value), StringComparer.Ordinal);
        var originals = made.Where(change => of.ContainsKey(change)).Select(change => of[change]).Where(file => file.IsOriginal).DistinctBy(file => file).ToList();
        foreach (var (path, file) in files.ToList())
            files[path] = originals.Find(original => ReferenceEquals(original.Original, file.Original)) ?? file;
        var folders = new HashSet<string>(StringComparer.Ordinal) { "" };
        folders.UnionWith(_template.Keys.Select(path => Path.GetDirectoryName(path)!));
        foreach (var change in made.Where(change => HasArrived(change, cuts)))
            Apply(change, of.GetValueOrDefault(change), files, folders);
        return (files.Where(item => folders.Contains(Path.GetDirectoryName(item.Key)!)).ToDictionary(), folders);
    }

    private void Apply(DiskChange change, SimulatedFile? file, Dictionary<string, SimulatedFile> files, HashSet<string> folders)
    {
        var path = Relative(change.Path);
        switch (change.Call)
        {
            case DiskCall.MakeFolder:
                folders.Add(path);
                break;
            case DiskCall.RemoveFolder:
                folders.Remove(path);
                foreach (var inside in files.Keys.Where(name => Path.GetDirectoryName(name) == path).ToList())
                    files.Remove(inside);
                break;
            case DiskCall.Create when file is not null:
                files[path] = file;
                break;
            case DiskCall.Link or DiskCall.Rename when file is not null:
                files[Relative(change.To)] = file;
                if (change.Call == DiskCall.Rename)
                    files.Remove(path);
                break;
            case DiskCall.Unlink:
                files.Remove(path);
                break;
        }
    }

    /// <summary>Up to where the names of each folder have arrived: at least up to its last fsync.</summary>
    private static Dictionary<string, int> Cuts(List<DiskChange> made, Random random, double arrives)
    {
        var end = made.Count == 0 ? 0 : made[^1].Ended;
        var folders = made.SelectMany(FoldersOf).Distinct().ToList();
        return folders.ToDictionary(folder => folder, folder =>
        {
            var synced = made.LastOrDefault(change => change.Call == DiskCall.Sync && change.Path == folder)?.Begun ?? 0;
            return arrives switch { 0.0 => synced, 1.0 => end, _ => random.Next(synced, end + 1) };
        });
    }

    private static bool HasArrived(DiskChange change, Dictionary<string, int> cuts) => FoldersOf(change).Any(folder => change.Ended <= cuts[folder]);

    private static IEnumerable<string> FoldersOf(DiskChange change) => change.Call switch
    {
        DiskCall.Rename => [Path.GetDirectoryName(change.Path)!, Path.GetDirectoryName(change.To)!],
        DiskCall.Link => [Path.GetDirectoryName(change.To)!],
        DiskCall.Create or DiskCall.Unlink or DiskCall.MakeFolder or DiskCall.RemoveFolder => [Path.GetDirectoryName(change.Path)!],
        _ => [],
    };

    private string Relative(string path) => path == _folder ? "" : Path.GetRelativePath(_folder, path);
}
