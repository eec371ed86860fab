using TypedMigrations.LiteDb.Files;

namespace TypedMigrations.LiteDb.Crash;

/// <summary>Puts two backups back in turn, for ever.</summary>
internal static class RestoreLoop
{
    public static void Run(DatabaseFile file, string connection, string[] backups)
    {
        for (var number = 0; ; number++)
        {
            using var store = new LiteDbStore(connection);
            Console.WriteLine("restoring");
            new Migrator([], store).RestoreAsync(backups[number % backups.Length]).GetAwaiter().GetResult();
            Console.WriteLine("restored");
            // A restore prunes none.
            Directory.Delete(file.BackupFolder, recursive: true);
        }
    }
}
