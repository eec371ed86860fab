using LiteDB;
using LiteDB.Engine;
using TypedMigrations.LiteDb.Copying;
using TypedMigrations.LiteDb.Files;
using TypedMigrations.LiteDb.Opening;
using TypedMigrations.Storing;

namespace TypedMigrations.LiteDb.Dumping;

/// <summary>Makes a new file beside an empty one or none, and puts it into place when a dump is in it.</summary>
internal sealed class LoadMaking(LiteDbConnection connection, HeldDatabase? held)
{
    private readonly DatabaseFile _file = connection.File;

    /// <exception cref="FormatException">A setting is unknown, or wrong.</exception>
    public IDataLoading Begin(IReadOnlyDictionary<string, string> settings)
    {
        var collation = DatabasePragmas.Check(settings);
        CheckCollation(connection.Template.Collation, collation);
        Replaceability.Check(_file);
        if (held is not null)
            Settling.Settle(connection, held);
        Directory.CreateDirectory(_file.WorkFolder);
        var copy = Path.Combine(_file.WorkFolder, "copy" + Path.GetExtension(_file.Path));
        var file = new WorkingDiskFile(copy, new EngineSettings { Password = connection.Template.Password, Collation = collation });
        return new LiteDbLoading(file, settings, () => Read(copy), () => PutInPlace(copy), ThrowAway);
    }

    /// <summary>LiteDB refuses to open a database with a collation that is not its own: better now than after the swap.</summary>
    public static void CheckCollation(Collation? wanted, Collation? dumped)
    {
        if (wanted is not null && dumped is not null && wanted.ToString() != dumped.ToString())
        {
            throw new MigrationException(new Problem(ErrorCode.ConnectionRefused, $"The connection string says Collation={wanted}, but the dump is of a database of {dumped}.",
                $"Write Collation={dumped}, or leave it out."));
        }
    }

    private LiteDbReading Read(string copy)
    {
        var data = new FileStream(copy, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        return new LiteDbReading(new StillDatabase(data, log: null, connection.Template.Password, data), read => LiteDbErrors.Translate(_file, read));
    }

    private SwapResult PutInPlace(string copy)
    {
        var notKept = held is null ? null : FileIdentity.CopyTo(_file.Path, copy);
        var swap = Swap.PutInPlace(_file, copy, () => held?.Dispose());
        string?[] warnings = [notKept, connection.TryOpen() is { } why ? $"The loaded file could not be opened. {why}" : null];
        return swap with { Warnings = [.. swap.Warnings, .. warnings.OfType<string>()] };
    }

    private void ThrowAway() => WorkFolder.ThrowAway(_file);
}
