using System.Globalization;
using LiteDB;
using LiteDB.Engine;
using TypedMigrations.LiteDb.Copying;
using TypedMigrations.LiteDb.Files;
using TypedMigrations.LiteDb.Journaling;
using TypedMigrations.Storing;

namespace TypedMigrations.LiteDb.Opening;

/// <summary>Reads what is compared before a backup is put back.</summary>
internal static class Contents
{
    public static DatabaseContents Read(DatabaseFile file, DatabaseHeader header, EngineSettings settings) => Read(file, header, () => new CarefulEngine(settings));

    /// <summary>Reads a database that other processes share.</summary>
    public static DatabaseContents ReadShared(LiteDbConnection connection)
    {
        using var data = new FileStream(connection.File.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
        using var pages = DataFileCheck.Open(connection.File, data, connection.Template.Password);
        return Read(connection.File, DataFileCheck.ReadHeader(connection.File, pages), () => new SharedEngine(connection.ForApplication()));
    }

    private static DatabaseContents Read(DatabaseFile file, DatabaseHeader header, Func<ILiteEngine> open) => LiteDbErrors.Translate(file, () =>
    {
        using var engine = open();
        // Every copy of a file keeps the instant at which LiteDB made it.
        return Read(engine, origin: header.CreationTicks.ToString(CultureInfo.InvariantCulture));
    });

    public static DatabaseContents Read(ILiteEngine engine, string? origin)
    {
        var names = TableReader.Names(engine).Where(name => !LiteDbJournal.IsOwn(name));
        return new DatabaseContents(LiteDbJournal.Read(engine), [.. LiteDbJournal.ReadAudit(engine)], names.ToDictionary(name => name, name => TableReader.Count(engine, name)), origin);
    }
}
