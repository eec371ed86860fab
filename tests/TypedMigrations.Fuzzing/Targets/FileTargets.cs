using TypedMigrations.Cli;
using TypedMigrations.Cli.Locating;
using TypedMigrations.Fuzzing.Looping;
using TypedMigrations.LiteDb.Files;
using TypedMigrations.LiteDb.Journaling;
using TypedMigrations.Storing;

namespace TypedMigrations.Fuzzing.Targets;

/// <summary>The note of a cut swap holds anything, with and without a database. Nothing outside is moved or deleted.</summary>
public sealed class SwapNoteTarget() : FuzzTarget("intent", 1_000,
    "shop.db.migrating/copy.db", "shop.db.backups/20201120T091403000Z.db", "../outside.db", "..", "/", "\"Copy\":", "\"Backup\":", "\"At\":", "null", "\"2020-11-20T09:14:03Z\"", "\\u002e\\u002e/outside.db")
{
    private static readonly string[] Allowed = ["shop.db", "shop.db.backups", "shop.db.backups/20201120T091403000Z.db", "shop.db.migrating", "shop.db.migrating/copy.db", "shop.db.swap"];

    public override IEnumerable<byte[]> Seeds() =>
    [
        Bytes("{\"Copy\":\"shop.db.migrating/copy.db\",\"Backup\":\"shop.db.backups/20201120T091403000Z.db\",\"At\":\"2020-11-20T09:14:03Z\"}"),
        Bytes("{\"Copy\":\"shop.db.migrating/copy.db\",\"Backup\":null,\"At\":\"2020-11-20T09:14:03Z\"}"), Bytes("{\"Copy\":\"../outside.db\",\"Backup\":\"../outside.db\",\"At\":\"2020-11-20T09:14:03Z\"}"),
    ];

    public override void Run(byte[] input)
    {
        var told = new[] { true, false }.Select(isThere => Finish(input, isThere)).ToList();
        if (told.Find(exception => exception is not null) is { } refused)
            throw refused;
    }

    private MigrationException? Finish(byte[] note, bool isThere)
    {
        using var place = new Scratch();
        var outside = Path.Combine(Path.GetDirectoryName(place.Folder)!, "outside.db");
        File.WriteAllText(outside, "outside");
        var file = DatabaseFile.At(place.Path("shop.db"));
        Directory.CreateDirectory(file.WorkFolder);
        File.WriteAllText(Path.Combine(file.WorkFolder, "copy.db"), "copy");
        if (isThere)
            File.WriteAllText(file.Path, "old");
        File.WriteAllBytes(file.IntentPath, note);
        var refused = Told(() => UnfinishedSwap.Finish(file));
        Require(File.ReadAllText(outside) == "outside", "A file outside was touched.");
        Require(!isThere || File.ReadAllText(file.Path) == "old", "The database was replaced.");
        Require(!place.Names.Except(Allowed).Any(), $"Something was made: {string.Join(", ", place.Names)}");
        return refused;
    }

    private MigrationException? Told(Action action)
    {
        try
        {
            action();
            return null;
        }
        catch (MigrationException exception) when (Allows(exception))
        {
            return exception;
        }
    }
}

/// <summary>The note of who holds the lock, and what failed runs left for the audit trail.</summary>
public sealed class NotesTarget() : FuzzTarget("notes", 3_000, "\n", "4711", "Host", "2020-11-20T09:14:03.0000000+00:00", "{\"Kind\":2,\"Subject\":\"s\",\"Detail\":\"d\",\"At\":\"2020-11-20T09:14:03+00:00\"}", "\"Kind\":", "null", "99")
{
    private static readonly Scratch Place = new();

    public override IEnumerable<byte[]> Seeds() =>
        [Bytes("4711\nHost\nmachine-a\n2020-11-20T09:14:03.0000000+00:00\nabc\n"), Bytes("{\"Kind\":2,\"Subject\":\"database\",\"Detail\":\"cancelled\",\"At\":\"2020-11-20T09:14:03.123+00:00\"}\n")];

    public override void Run(byte[] input)
    {
        var path = Place.Path("note");
        File.WriteAllBytes(path, input);
        Require(LockHolder.TryRead(path)?.ToString().Any(char.IsControl) != true, "A holder has control characters.");
        var trail = new AuditTrail(head: null);
        new KeptAudit(path).AddTo(trail);
        Require(AuditTrail.FindBreak(trail.Added) is null, "The trail is broken.");
    }
}

/// <summary>A file of any name lies among the backups. What is none stays there, and the next one has a later name.</summary>
public sealed class BackupNameTarget() : FuzzTarget("backup-name", 1_000, "20201120T091403000Z", ".db", "99991231T235959999Z", "00010101T000000000Z", "Z", "T", "-log")
{
    public override IEnumerable<byte[]> Seeds() => [Bytes("20201120T091403000Z.db"), Bytes("99991231T235959999Z.db"), Bytes("99981231T235959999Z.db"), Bytes("notes.txt")];

    public override void Run(byte[] input)
    {
        var name = Text(input);
        if (name.Length is 0 or > 60 || name.AsSpan().ContainsAny('/', '\0') || name is "." or "..")
            return;

        using var place = new Scratch();
        var file = DatabaseFile.At(place.Path("shop.db"));
        Directory.CreateDirectory(file.BackupFolder);
        var path = Path.Combine(file.BackupFolder, name);
        File.WriteAllText(path, "");
        var isBackup = Backups.List(file).Contains(path);
        // After the last instant that a name can tell there is no later one.
        if (isBackup && Backups.MadeAt(path).Year >= 9998)
            return;
        var next = Backups.NextPath(file, DateTimeOffset.UnixEpoch);
        Require(!isBackup || string.CompareOrdinal(next, path) > 0, $"{next} is not later.");
        Require(Path.GetDirectoryName(next) == file.BackupFolder && !File.Exists(next), "The next backup has no name of its own.");
        File.WriteAllText(next, "");
        Backups.Prune(file, keep: 1);
        Require(File.Exists(next) && File.Exists(path) != isBackup, "Something else was pruned.");
        _ = Backups.MadeAt(path);
    }
}

/// <summary>The settings file of the command line.</summary>
public sealed class MigrationsJsonTarget() : FuzzTarget("migrations-json", 2_000, "\"project\":", "\"database\":", "\"userVersions\":", "{\"3\":\"20261001\"}", "\"lockTimeout\":\"1\"", "null", "//", "\"$schema\":")
{
    private static readonly Scratch Place = new();

    public override IEnumerable<byte[]> Seeds() => [Bytes("{ \"project\": \"src/Shop\", \"database\": \"shop.db\", \"userVersions\": { \"3\": \"20261001\", \"4\": \"20261015_FullNames\" } } // more"), Bytes("{\"lockTimeout\":\"00:01:00\",\"module\":null}")];

    public override bool Allows(Exception exception) => exception is CliException;

    public override void Run(byte[] input)
    {
        File.WriteAllBytes(Place.Path(MigrationsJson.FileName), input);
        var read = MigrationsJson.TryFind(Place.Folder)!;
        Require(read.UserVersions.Values.All(version => version is not null), "A user version stands for nothing.");
        _ = read.Find("project");
    }
}
