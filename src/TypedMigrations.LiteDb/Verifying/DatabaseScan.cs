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

    public RealSchema Read(IReadOnlyList<TableSchema> declared) => Read([declared])[0];

    /// <summary>Reads each document once, beside all the tables that are declared for it.</summary>
    public IReadOnlyList<RealSchema> Read(IReadOnlyList<IReadOnlyList<TableSchema>> declared)
    {
        var indexes = TableReader.Indexes(engine());
        var names = TableReader.Names(engine());
        var userVersion = engine().Pragma("USER_VERSION").AsInt32;
        var tables = declared.Select(_ => new List<RealTable>()).ToList();
        foreach (var name in names)
        {
            var wanted = declared.Select(list => list.FirstOrDefault(table => string.Equals(table.Name, name, StringComparison.OrdinalIgnoreCase))).ToList();
            var distinct = wanted.Distinct().ToList();
            var read = Read(name, distinct, RealIndexes.Of(indexes[name]));
            for (var i = 0; i < tables.Count; i++)
                tables[i].Add(read[distinct.IndexOf(wanted[i])]);
        }

        return [.. tables.Select(list => new RealSchema(list) { UserVersion = userVersion })];
    }

    private IReadOnlyList<RealTable> Read(string name, IReadOnlyList<TableSchema?> declared, IReadOnlyList<RealIndex> indexes)
    {
        if (KindOf(name) is not RealTableKind.Documents and var kind)
            return [.. Enumerable.Repeat(new RealTable { Name = name, Kind = kind, Documents = TableReader.Count(engine(), name) }, declared.Count)];

        var scans = TableScan.Read(bytes => TableReader.Stream(engine, close, name, bytes, cancellation), declared);
        return [.. scans.Zip(declared, (scan, table) => Of(name, scan, table, indexes))];
    }

    private static RealTable Of(string name, TableScan scan, TableSchema? declared, IReadOnlyList<RealIndex> indexes) =>
        new()
        {
            Name = name,
            Documents = scan.Documents,
            Fields = [.. RealFields.Of(scan.Root, scan.Documents)],
            AnyName = RealFields.OfAnyName(scan.Root),
            Indexes = indexes,
            DeclaredIndexes = RealIndexes.OfDeclared(declared),
            Misfits = [.. scan.Misfits().Select(misfits => new RealMisfit(misfits.Field, misfits.IsAbsent ? null : misfits.Found, misfits.Count, misfits.Examples) { Fitting = misfits.Fitting })],
        };

    private static RealTableKind KindOf(string name) =>
        FileStorage.Contains(name) ? RealTableKind.FileStorage : LiteDbJournal.IsOwn(name) ? RealTableKind.Journal : RealTableKind.Documents;
}
