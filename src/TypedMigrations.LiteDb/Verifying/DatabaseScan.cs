using LiteDB;
using LiteDB.Engine;
using TypedMigrations.LiteDb.Copying;
using TypedMigrations.LiteDb.Journaling;
using TypedMigrations.Schemas;

namespace TypedMigrations.LiteDb.Verifying;

/// <summary>Reads what a LiteDB file really holds, one table after the other.</summary>
/// <param name="engine">Gives the engine, opening it where it is closed.</param>
/// <param name="close">Closes it between two batches: LiteDB's page cache never shrinks while an engine is open.</param>
/// <param name="cancellation">Ends the reading between two batches.</param>
internal sealed class DatabaseScan(Func<ILiteEngine> engine, Action close, CancellationToken cancellation)
{
    // The names that LiteDB gives to its file storage unless told otherwise.
    private static readonly string[] FileStorage = ["_files", "_chunks"];

    public RealSchema Read(IReadOnlyList<TableSchema> declared)
    {
        var indexes = TableReader.Indexes(engine());
        var names = TableReader.Names(engine());
        return new RealSchema([.. names.Select(name => Read(
            name, declared.FirstOrDefault(table => string.Equals(table.Name, name, StringComparison.OrdinalIgnoreCase)), RealIndexes.Of(indexes[name])))]);
    }

    private RealTable Read(string name, TableSchema? declared, IReadOnlyList<RealIndex> indexes)
    {
        if (KindOf(name) is not RealTableKind.Documents and var kind)
            return new RealTable { Name = name, Kind = kind, Documents = TableReader.Count(engine(), name) };

        var scan = TableScan.Read(bytes => TableReader.Stream(engine, close, name, bytes, cancellation), declared);
        return new RealTable
        {
            Name = name,
            Documents = scan.Documents,
            Fields = [.. RealFields.Of(scan.Root, scan.Documents)],
            AnyName = RealFields.OfAnyName(scan.Root),
            Indexes = indexes,
            DeclaredIndexes = RealIndexes.OfDeclared(declared),
            Misfits = [.. scan.Misfits().Select(misfits => new RealMisfit(misfits.Field, misfits.IsAbsent ? null : misfits.Found, misfits.Count, misfits.Examples))],
        };
    }

    private static RealTableKind KindOf(string name) =>
        FileStorage.Contains(name) ? RealTableKind.FileStorage : LiteDbJournal.IsOwn(name) ? RealTableKind.Journal : RealTableKind.Documents;
}
