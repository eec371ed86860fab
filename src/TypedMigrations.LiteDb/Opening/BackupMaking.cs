using LiteDB.Engine;
using TypedMigrations.LiteDb.Copying;
using TypedMigrations.LiteDb.Documents;
using TypedMigrations.LiteDb.Files;
using TypedMigrations.Storing;

namespace TypedMigrations.LiteDb.Opening;

/// <summary>Makes a backup of a database that is held: copied under another name, read again, brought to the disk, then renamed.</summary>
internal sealed class BackupMaking(LiteDbConnection connection, HeldDatabase held, BackupOptions options)
{
    // The copy, and what the file system needs besides.
    private const double SpaceFactor = 1.1;

    private readonly DatabaseFile _file = connection.File;
    private readonly List<string> _warnings = [];

    public MadeBackup Make(CancellationToken cancellation)
    {
        var target = options.Path is null ? Backups.NextPath(_file, DateTimeOffset.UtcNow) : Path.GetFullPath(options.Path);
        var half = options.Path is null ? Path.Combine(_file.WorkFolder, "backup" + Path.GetExtension(_file.Path)) : $"{target}.{Guid.NewGuid():N}.part";
        RefuseTaken(target);
        try
        {
            if (options.Path is null)
                Directory.CreateDirectory(_file.WorkFolder);
            FreeSpace.Check(Path.GetDirectoryName(half)!, $"for a backup of {_file.DisplayName}", held.Length, SpaceFactor);
            Settling.Settle(connection, held);
            return Make(half, target, cancellation);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw NotMade(target, exception.Message, exception);
        }
        finally
        {
            RemoveHalf(half);
            if (options.Path is null)
                WorkFolder.ThrowAway(_file);
        }
    }

    private MadeBackup Make(string half, string target, CancellationToken cancellation)
    {
        DataCopying.Copy(held.Data, half, options.OnCopying, cancellation);
        if (FileIdentity.CopyTo(_file.Path, half) is not null)
            _warnings.Add("The backup does not belong to the owner of the database, which only the superuser could give it.");
        FileSync.Flush(half);
        var contents = ReadAgain(half, target, cancellation);
        cancellation.ThrowIfCancellationRequested();

        var folder = Path.GetDirectoryName(target)!;
        var isNew = !Directory.Exists(folder);
        Directory.CreateDirectory(folder);
        File.Move(half, target, overwrite: false);
        FolderSync.Flush(folder);
        if (isNew)
            FolderSync.Flush(_file.Folder);
        return new MadeBackup(new DatabaseBackup(target, Backups.MadeAt(target), new FileInfo(target).Length, contents.State.Journal.LastOrDefault(), Problem: null), _warnings);
    }

    /// <summary>Removes what was not finished. Why it was not is what the user should hear, not that its remains cannot be removed.</summary>
    private static void RemoveHalf(string half)
    {
        try
        {
            File.Delete(half);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
        }
    }

    /// <summary>Reads every document of the backup from its file, as whoever puts it back will.</summary>
    private DatabaseContents ReadAgain(string half, string target, CancellationToken cancellation)
    {
        try
        {
            using var backup = HeldBackup.Open(half, connection.Template.Password);
            var contents = Contents.Read(backup.File, backup.Header, connection.On(backup));
            foreach (var (table, documents) in contents.Tables)
            {
                var read = LiteDbErrors.Translate(backup.File, () => ReadTable(backup, table, documents, cancellation));
                if (read != documents)
                    throw NotMade(target, $"table {table} has {read:N0} documents in place of {documents:N0} when it is read again");
            }

            return contents;
        }
        catch (MigrationException exception) when (exception.Code != ErrorCode.BackupNotMade)
        {
            throw NotMade(target, $"it cannot be read again: {exception.Code}: {exception.Problems[0].What}", exception);
        }
    }

    private long ReadTable(HeldBackup backup, string table, long documents, CancellationToken cancellation)
    {
        LiteEngine? engine = null;
        var bytes = 0L;
        try
        {
            var read = TableReader.Stream(() => engine ??= new CarefulEngine(connection.On(backup)), Close, table, () => bytes, cancellation);
            return TableReader.Telling(read, count => options.OnVerifying(table, count, documents)).Aggregate(0L, (count, document) =>
            {
                bytes += BsonSize.Of(document);
                return count + 1;
            });
        }
        finally
        {
            Close();
        }

        void Close()
        {
            engine?.Dispose();
            engine = null;
        }
    }

    private void RefuseTaken(string target)
    {
        var reason = Directory.Exists(target) ? "it is a folder"
            : File.Exists(target) ? "there is a file already"
            : File.Exists(DatabaseFile.LogOf(target)) ? $"{Path.GetFileName(DatabaseFile.LogOf(target))} lies beside it, which LiteDB would play into it"
            : options.Path is not null && !Directory.Exists(Path.GetDirectoryName(target)) ? "its folder does not exist"
            : null;
        if (reason is not null)
            throw NotMade(target, reason);
    }

    private MigrationException NotMade(string target, string reason, Exception? cause = null) => new(
        new Problem(ErrorCode.BackupNotMade, $"The backup {Path.GetFileName(target)} could not be made.", "Name a file that does not exist yet, in a folder that can be written.",
            ("backup", target), ("reason", reason)), cause);
}
