using TypedMigrations.LiteDb.CrashTests.Databases;

namespace TypedMigrations.Torture.Scenes;

/// <summary>A folder with a database and what lies beside it.</summary>
internal sealed record Place(string Folder, string? Password = null, bool IsShared = false)
{
    public string Database => Path.Combine(Folder, "depot.db");

    public string Log => DatabaseFacts.LogOf(Database);

    /// <summary>The backup that is put back.</summary>
    public string Kept => Path.Combine(Folder, "kept.db");

    /// <summary>The dump that is loaded.</summary>
    public string Dump => Path.Combine(Folder, "dump.jsonl");

    public string Intent => Database + ".swap";

    public string WorkFolder => Database + ".migrating";

    public string BackupFolder => Database + ".backups";

    public IReadOnlyList<string> Backups => Directory.Exists(BackupFolder) ? [.. Directory.GetFiles(BackupFolder).Order(StringComparer.Ordinal)] : [];

    /// <summary>What an operation makes and must not leave behind when it has ended well.</summary>
    public IEnumerable<string> Leftovers => new[] { WorkFolder, Intent, Intent + ".tmp", Log }.Where(Path.Exists);

    public string ConnectionString => $"Filename={Database}" + (Password is null ? "" : $";Password={Password}") + (IsShared ? ";Connection=shared" : "");

    /// <summary>What is known of the database without the library.</summary>
    public DatabaseFacts Read() => DatabaseFacts.Read(Database, Password);

    /// <summary>Copies everything into another folder.</summary>
    public void CopyTo(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var sub in Directory.EnumerateDirectories(Folder, "*", SearchOption.AllDirectories))
            Directory.CreateDirectory(Path.Combine(folder, Path.GetRelativePath(Folder, sub)));
        foreach (var file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories))
            File.Copy(file, Path.Combine(folder, Path.GetRelativePath(Folder, file)));
    }
}
