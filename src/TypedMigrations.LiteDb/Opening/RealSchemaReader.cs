using LiteDB;
using LiteDB.Engine;
using TypedMigrations.LiteDb.Files;
using TypedMigrations.LiteDb.Verifying;
using TypedMigrations.Schemas;

namespace TypedMigrations.LiteDb.Opening;

/// <summary>Reads the real schema of a file under lock, without a copy: from the held streams, or by name where others share it.</summary>
internal sealed class RealSchemaReader(LiteDbConnection connection, HeldDatabase? held)
{
    private ILiteEngine? _engine;

    public IReadOnlyList<RealSchema> Read(IReadOnlyList<IReadOnlyList<TableSchema>> declared, CancellationToken cancellation) => LiteDbErrors.Translate(connection.File, () =>
    {
        try
        {
            return new DatabaseScan(Open, Close, cancellation).Read(declared);
        }
        finally
        {
            Close();
        }
    });

    private ILiteEngine Open() => _engine ??= held is null ? new SharedEngine(connection.ForApplication()) : new CarefulEngine(connection.ForReading(held));

    private void Close()
    {
        _engine?.Dispose();
        _engine = null;
    }
}
