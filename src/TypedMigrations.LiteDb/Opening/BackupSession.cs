using LiteDB;
using TypedMigrations.LiteDb.Copying;
using TypedMigrations.LiteDb.Files;
using TypedMigrations.LiteDb.Journaling;
using TypedMigrations.Storing;

namespace TypedMigrations.LiteDb.Opening;

/// <summary>A backup that is put into the place of its database by the same copy and swap as a migrated copy.</summary>
internal sealed class BackupSession : IBackupSession
{
    // A copy of the backup, and the pages that its longer audit trail takes.
    private const double SpaceFactor = 1.5;

    private readonly LiteDbConnection _connection;
    private readonly HeldBackup _backup;
    private readonly HeldDatabase? _held;
    private readonly KeptAudit _keptAudit;
    private readonly Action _keepOut;

    private BackupSession(LiteDbConnection connection, HeldBackup backup, HeldDatabase? held, KeptAudit keptAudit, Action keepOut, DatabaseContents contents)
    {
        _connection = connection;
        _backup = backup;
        _held = held;
        _keptAudit = keptAudit;
        _keepOut = keepOut;
        Contents = contents;
    }

    public DatabaseContents Contents { get; }

    /// <summary>Opens a backup to put it back.</summary>
    /// <param name="path">The backup.</param>
    /// <param name="connection">How the database is opened.</param>
    /// <param name="held">The database; null where there is none.</param>
    /// <param name="keptAudit">Failures that were kept, which the audit trail has afterwards.</param>
    /// <param name="keepOut">Keeps the application out of what is then an older database.</param>
    /// <exception cref="MigrationException">TM3202.</exception>
    public static BackupSession Open(string path, LiteDbConnection connection, HeldDatabase? held, KeptAudit keptAudit, Action keepOut)
    {
        if (path.Contains('\0', StringComparison.Ordinal))
            throw new MigrationException(new Problem(ErrorCode.BackupUnreadable, "The path of the backup has a zero character in it, as no file has.", "Choose another backup: ListBackupsAsync names them."));
        RefuseLink(path, connection);
        var backup = HeldBackup.Open(path, connection.Template.Password);
        try
        {
            return new BackupSession(connection, backup, held, keptAudit, keepOut, ContentsOf(backup, connection));
        }
        catch
        {
            backup.Dispose();
            throw;
        }
    }

    /// <summary>What is known of a backup without putting it back.</summary>
    public static DatabaseBackup Describe(string path, LiteDbConnection connection)
    {
        var (head, problem) = ((JournalEntry?)null, (Problem?)null);
        try
        {
            RefuseLink(path, connection);
            using var backup = HeldBackup.Open(path, connection.Template.Password);
            head = ContentsOf(backup, connection).State.Journal.LastOrDefault();
        }
        catch (MigrationException exception)
        {
            problem = exception.Problems[0];
        }

        return new DatabaseBackup(path, Backups.MadeAt(path), new FileInfo(path).Length, head, problem);
    }

    public SwapResult PutInPlace(AuditTrail audit, CancellationToken cancellation)
    {
        var file = _connection.File;
        Replaceability.Check(file);
        FreeSpace.Check(file, _backup.Data.Length, SpaceFactor);
        if (_held is not null)
            Settling.Settle(_connection, _held);
        try
        {
            Directory.CreateDirectory(file.WorkFolder);
            var copy = Path.Combine(file.WorkFolder, "copy" + Path.GetExtension(file.Path));
            var notKept = MakeCopy(copy, audit, cancellation);
            cancellation.ThrowIfCancellationRequested();
            var swap = Swap.PutInPlace(file, copy, () => _held?.Dispose());
            _keepOut();
            string?[] warnings = [notKept, _keptAudit.Clear(), _connection.TryOpen() is { } why ? $"The restored file could not be opened. {why}" : null];
            return swap with { Warnings = [.. swap.Warnings, .. warnings.OfType<string>()] };
        }
        finally
        {
            WorkFolder.ThrowAway(file);
        }
    }

    public void Dispose() => _backup.Dispose();

    /// <returns>What of the file's owner could not be kept, in words, or null.</returns>
    private string? MakeCopy(string copy, AuditTrail audit, CancellationToken cancellation)
    {
        DataCopying.Copy(_backup.Data, copy, (_, _) => { }, cancellation);
        using (var working = new WorkingDiskFile(copy, _connection.Template))
        {
            LiteDbJournal.WriteAudit(working.Engine, audit.Added);
            working.Close();
            // What is read now comes from the disk, not from what was meant to be written.
            if (AuditTrail.FindBreak(LiteDbJournal.ReadAudit(working.Engine)) is { } broken)
                throw HeldBackup.Unreadable(_backup.File, $"its audit trail would not go on whole after event {broken.Sequence}");
            working.Close();
        }

        return FileIdentity.CopyTo(_held is null ? _backup.File.Path : _connection.File.Path, copy);
    }

    /// <summary>No backup that was made here is a link: whoever put one there chose what is restored. By a path of the operator's own any file may be named.</summary>
    private static void RefuseLink(string path, LiteDbConnection connection)
    {
        var full = Path.GetFullPath(path);
        if (Path.GetDirectoryName(full) == connection.File.BackupFolder && new FileInfo(full).LinkTarget is { } target)
            throw HeldBackup.Unreadable(DatabaseFile.At(full), $"{Path.GetFileName(full)} is a symbolic link to {target}; if that is meant, name the file itself");
    }

    private static DatabaseContents ContentsOf(HeldBackup backup, LiteDbConnection connection)
    {
        try
        {
            return Opening.Contents.Read(backup.File, backup.Header, connection.On(backup));
        }
        catch (MigrationException exception)
        {
            throw HeldBackup.Unreadable(backup.File, $"{exception.Code}: {exception.Problems[0].What}", exception);
        }
    }
}
