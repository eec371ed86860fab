using TypedMigrations.LiteDb.Files;

namespace TypedMigrations.LiteDb.Tests.Files;

/// <summary>A test with an old database and a new copy.</summary>
public abstract class SwapTest : FolderTest
{
    private protected ManualTime Time { get; } = new();

    private protected string Copy => Path.Combine(Database.WorkFolder, "copy.db");

    private protected string Backup => Path.Combine(Database.BackupFolder, "20201120T091403000Z.db");

    private protected static IReadOnlyList<SwapMoves> AllMoves => [SwapMoves.Real, SwapMoves.WithoutHardLinks];

    private protected void MakeOld(string content = "old") => File.WriteAllText(Database.Path, content);

    private protected void MakeCopy(string content = "new")
    {
        Directory.CreateDirectory(Database.WorkFolder);
        File.WriteAllText(Copy, content);
    }

    private protected void MakeBackup(string content = "old")
    {
        Directory.CreateDirectory(Database.BackupFolder);
        File.WriteAllText(Backup, content);
    }

    private protected void MakeIntent(bool withBackup = true) => SwapIntentFile.Write(
        Database,
        new SwapIntent(
            Path.Combine("shop.db.migrating", "copy.db"),
            withBackup ? Path.Combine("shop.db.backups", "20201120T091403000Z.db") : null,
            Time.GetUtcNow()));

    private protected string Content => File.ReadAllText(Database.Path);
}
