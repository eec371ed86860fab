using System.Globalization;
using LiteDB;
using TypedMigrations.LiteDb.Copying;
using TypedMigrations.LiteDb.Documents;
using TypedMigrations.LiteDb.Transforming;
using TypedMigrations.Schemas;
using TypedMigrations.Storing;

namespace TypedMigrations.LiteDb.Verifying;

/// <summary>Reads a table and counts, for each declared field at every depth, the documents that do not fit its constant.</summary>
internal static class FieldScan
{
    /// <param name="documents">Reads the documents from the first one on.</param>
    /// <param name="table">The constants of the table.</param>
    /// <param name="onReading">Told how many documents were read, now and then.</param>
    public static IReadOnlyList<Misfits> Scan(Func<IEnumerable<BsonDocument>> documents, TableSchema table, Action<long> onReading) =>
        TableScan.Read(_ => TableReader.Telling(ReadAhead.Of(documents(), BsonSize.Of), onReading), table).Misfits();
}

/// <summary>Holds the values of one field against its constant.</summary>
internal sealed class DeclaredField(FieldSchema schema, ScanLimits limits)
{
    private const int ExamplesShown = 3;

    // A nested record's codec may look at all its fields: each of them is looked at on its own, so that a record only has to be a document.
    private readonly Func<BsonValue, bool> _fits = schema.Nested is null
        ? ValueCodec.Of(schema.Type, nested: null).Fits
        : value => HasForm(value, schema.Type);
    private readonly Dictionary<string, Misfits> _found = new(StringComparer.Ordinal);
    private Tally _fitting;

    public FieldSchema Schema => schema;

    public bool IsRequired => schema.IsRequired;

    public IEnumerable<Misfits> Found => _found.Values;

    public void Look(BsonValue value)
    {
        if (value.IsNull)
            LookAtAbsent();
        else if (_fits(value))
            _fitting.Add(limits.Document);
        else
            Count(ValueCodec.Describe(value));
    }

    public void LookAtAbsent()
    {
        if (schema.IsRequired)
            Count(Misfits.Absent);
    }

    /// <summary>Whether records, and lists and maps of them however deep, lie where they are declared.</summary>
    private static bool HasForm(BsonValue value, FieldType type) => type.Kind switch
    {
        ValueKind.List => value.IsArray && value.AsArray.All(item => item.IsNull || HasForm(item, type.Element!)),
        ValueKind.Map => value.IsDocument && value.AsDocument.Values.All(item => item.IsNull || HasForm(item, type.Element!)),
        _ => value.IsDocument,
    };

    private void Count(string found)
    {
        if (!_found.TryGetValue(found, out var misfits))
            _found[found] = misfits = new Misfits(schema, found, () => _fitting.Documents);
        if (misfits.Add(limits.Document) && misfits.Examples.Count < ExamplesShown)
            misfits.Examples.Add(StepFailure.KeyText(limits.Key));
    }
}

/// <summary>Documents in which a field is not what its constant says.</summary>
internal sealed class Misfits(FieldSchema field, string found, Func<long> fitting)
{
    public const string Absent = "missing or null";

    private Tally _tally;

    public FieldSchema Field { get; } = field;

    public string Found => found;

    public bool IsAbsent => found == Absent;

    public long Count => _tally.Documents;

    /// <summary>The documents in which the field is what its constant says.</summary>
    public long Fitting => fitting();

    public List<string> Examples { get; } = [];

    /// <summary>Counts a value. False where its document was counted already.</summary>
    public bool Add(long document)
    {
        var before = _tally.Documents;
        _tally.Add(document);
        return _tally.Documents > before;
    }

    /// <summary>Such as <c>accounts.created_at: string instead of long in 3 documents, such as _id "a", _id "b"</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Field.Declaration}: {found}{(IsAbsent ? ", though required," : $" instead of {Field.Type}")} in {Count:N0} {(Count == 1 ? "document" : "documents")}, such as {string.Join(", ", Examples)}");
}
