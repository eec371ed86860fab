using TypedMigrations.Schemas;
using TypedMigrations.Storing;

namespace TypedMigrations.LiteDb.Tests.Opening;

/// <summary>A LiteDB store that counts how often a run had to open a session to find out what is pending.</summary>
internal sealed class AskedStore(string connectionString) : IMigrationStore, IDisposable
{
    public LiteDbStore Store { get; } = new(connectionString);

    public int Sessions { get; private set; }

    public string Database => Store.Database;

    public string Kind => Store.Kind;

    public IEnumerable<Problem> Check(Schema schema) => Store.Check(schema);

    public Func<DatabaseState>? TryLetIn(string program) => Store.TryLetIn(program);

    public IDatabaseSession Open(SessionOptions options, CancellationToken cancellation)
    {
        Sessions++;
        return Store.Open(options, cancellation);
    }

    public void Dispose() => Store.Dispose();
}
