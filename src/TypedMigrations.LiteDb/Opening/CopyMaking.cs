using LiteDB.Engine;
using TypedMigrations.LiteDb.Copying;
using TypedMigrations.LiteDb.Files;
using TypedMigrations.LiteDb.Journaling;
using TypedMigrations.Storing;

namespace TypedMigrations.LiteDb.Opening;

/// <summary>Makes a copy to migrate, and puts it into place when it is done.</summary>
internal sealed class CopyMaking(LiteDbConnection connection, HeldDatabase? held, KeptAudit keptAudit, CopyOptions options)
{
    private const double SpaceFactor = 2.5;

    // The copy, the state before, and beside that one's documents new keys or indexes, each with its log. Seen: 3.0 for a copied table, 2.6 for new keys, 4.0 for duplicates of 150 bytes.
    private const double SpaceFactorOfLookups = 5;

    private readonly DatabaseFile _file = connection.File;

    private FileVersion _copied = FileVersion.None;

    // The owner, where only the superuser could have kept it.
    private string? _notKept;

    public IDatabaseCopy Make(CancellationToken cancellation)
    {
        // A killed run may have left its copy: it was never the database.
        Directory.CreateDirectory(_file.WorkFolder);
        var copy = Path.Combine(_file.WorkFolder, "copy" + Path.GetExtension(_file.Path));
        var file = new WorkingDiskFile(copy, connection.Template);
        try
        {
            if (held is not null)
                CopyHeld(held, copy, cancellation);
            return LiteDbErrors.Translate(_file, () => Open(file));
        }
        catch
        {
            file.Dispose();
            ThrowAway();
            throw;
        }
    }

    private LiteDbCopy Open(WorkingDiskFile file)
    {
        var audit = new AuditTrail(held is null ? null : LiteDbJournal.AuditHead(file.Engine));
        keptAudit.AddTo(audit);
        return new LiteDbCopy(file, audit, held is null ? options.IsTestDatabase : null, () => PutInPlace(file), ThrowAway)
        {
            WantedCollation = connection.Template.Collation,
            OnVerifying = options.OnVerifying,
            Address = new CopyAddress(file.Path, connection.StringFor(file.Path)),
        };
    }

    private void CopyHeld(HeldDatabase database, string copy, CancellationToken cancellation)
    {
        Replaceability.Check(_file);
        FreeSpace.Check(_file, database.Length, options.LooksUpStateBefore ? SpaceFactorOfLookups : SpaceFactor);
        RefuseChanged(database);
        Settling.Settle(connection, database, engine => CheckLimit(engine, database.Length));
        // Settling wrote it.
        _copied = FileVersion.Of(_file.Path) with { Inode = database.Version.Inode };
        DataCopying.Copy(database.Data, copy, options.OnCopying, cancellation);
        _notKept = FileIdentity.CopyTo(_file.Path, copy);
    }

    /// <summary>LiteDB would write into whatever is there by now.</summary>
    private void RefuseChanged(HeldDatabase database)
    {
        if (!database.Version.IsStill(_file.Path) && File.Exists(_file.Path))
        {
            throw new MigrationException(new Problem(ErrorCode.HeldByAnother, $"Another program wrote or replaced {_file.DisplayName} while the run planned.",
                "Find out which, and stop it. Then start again.", ("file", _file.Path)));
        }
    }

    private void CheckLimit(LiteEngine engine, long length)
    {
        var limit = engine.Pragma("LIMIT_SIZE").AsInt64;
        if (limit >= length * SpaceFactor)
            return;

        throw new MigrationException(new Problem(ErrorCode.NoSpace, $"LIMIT_SIZE of {_file.DisplayName} is too small to migrate it.",
            "Set the pragma LIMIT_SIZE higher; it may be set back afterwards.",
            ("limit", $"{limit:N0} bytes"), ("needed", $"{(long)(length * SpaceFactor):N0} bytes, 2.5 times the file")));
    }

    private SwapResult PutInPlace(WorkingDiskFile copy)
    {
        var swap = Swap.PutInPlace(_file, copy.Path, () => held?.Dispose(), known: new SwappedFiles(_copied, copy.Version));
        string?[] warnings = [_notKept, keptAudit.Clear()];
        // The last backup is never pruned, nor any before the new file was opened.
        var pruned = connection.TryOpen() is { } warning ? [$"The migrated file could not be opened, and no backup was pruned. {warning}"] : Backups.Prune(_file, options.BackupsToKeep);
        return new SwapResult(swap.Backup, [.. swap.Warnings, .. warnings.OfType<string>(), .. pruned]);
    }

    private void ThrowAway() => WorkFolder.ThrowAway(_file);
}
