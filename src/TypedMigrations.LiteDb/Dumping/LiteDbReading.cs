using LiteDB;
using TypedMigrations.LiteDb.Copying;
using TypedMigrations.LiteDb.Journaling;
using TypedMigrations.Storing;

namespace TypedMigrations.LiteDb.Dumping;

/// <summary>Reads a LiteDB database whole.</summary>
/// <param name="database">The database.</param>
/// <param name="tell">Says in our words what LiteDB throws.</param>
internal sealed class LiteDbReading(StillDatabase database, Func<Func<bool>, bool> tell) : IDataReading
{
    private DataDescription? _description;
    private Collation? _collation;

    public DataDescription Description => _description ??= Describe();

    public IEnumerable<IDataDocument> Documents(string table, CancellationToken cancellation)
    {
        using var documents = database.Documents(table, cancellation).GetEnumerator();
        while (tell(documents.MoveNext))
            yield return documents.Current;
    }

    public int CompareKeys(IDataDocument left, IDataDocument right) =>
        Compare(((LiteDbDocument)left).Id, ((LiteDbDocument)right).Id, _collation ??= new Collation(Description.KeyOrder));

    public void Dispose() => database.Dispose();

    /// <summary>As LiteDB does; but it compares numbers of different types as decimals, which not every double fits into.</summary>
    private static int Compare(BsonValue left, BsonValue right, Collation collation) =>
        left.Type != right.Type && left.IsNumber && right.IsNumber && (left.IsDouble || right.IsDouble) ? left.AsDouble.CompareTo(right.AsDouble) : left.CompareTo(right, collation);

    private DataDescription Describe()
    {
        DataDescription? description = null;
        tell(() => (description = database.Read(Describe)) is not null);
        return description!;
    }

    private static DataDescription Describe(LiteDB.Engine.LiteEngine engine)
    {
        var settings = DatabasePragmas.Read(engine);
        var indexes = TableReader.Indexes(engine);
        var tables = TableReader.Names(engine).Select(name => new DataTable(
            name, LiteDbJournal.IsOwn(name), TableReader.Count(engine, name), [.. indexes[name].Select(index => new DataIndex(index.Name, index.Expression, index.IsUnique))]));
        return new DataDescription(settings["COLLATION"], settings, [.. tables]);
    }
}
