using LiteDB;
using TypedMigrations.LiteDb.Copying;
using TypedMigrations.LiteDb.Documents;
using TypedMigrations.LiteDb.Transforming;
using TypedMigrations.Schemas;

namespace TypedMigrations.LiteDb.Verifying;

/// <summary>Reads a table and counts, for each declared field at every depth, the documents that do not fit its constant.</summary>
internal static class FieldScan
{
    private const int ExamplesShown = 3;

    public static IReadOnlyList<Misfits> Scan(WorkingFile file, TableSchema table, CancellationToken cancellation)
    {
        // A nested record's codec looks at all its fields: each of them is looked at on its own, so that a record only has to be a document.
        var fields = table.AllFields.Select(field => new ScannedField(field)).ToList();
        foreach (var batch in TableReader.Batches(file, table.Name, beside: null, cancellation))
        {
            foreach (var document in batch)
            {
                foreach (var field in fields)
                    field.Look(document);
            }
        }

        return [.. fields.SelectMany(field => field.Found())];
    }

    private sealed class ScannedField(FieldSchema field)
    {
        private readonly Containers _containers = new(field.ContainerPath);
        private readonly Func<BsonValue, bool> _fits = field.Nested is null
            ? ValueCodec.Of(field.Type, nested: null).Fits
            : value => field.Type.Kind == ValueKind.List ? value.IsArray : value.IsDocument;
        private readonly Dictionary<string, Misfits> _found = new(StringComparer.Ordinal);

        public void Look(BsonDocument document)
        {
            foreach (var container in _containers.In(document))
            {
                if (!container.TryGetValue(field.Name, out var value) || value.IsNull)
                    Count(document, field.IsRequired ? Misfits.Absent : null);
                else if (!_fits(value))
                    Count(document, ValueCodec.Describe(value));
            }
        }

        public IEnumerable<Misfits> Found() => _found.Values;

        private void Count(BsonDocument document, string? found)
        {
            if (found is null)
                return;
            if (!_found.TryGetValue(found, out var misfits))
                _found[found] = misfits = new Misfits(field, found);
            misfits.Count++;
            if (misfits.Examples.Count < ExamplesShown)
                misfits.Examples.Add(StepFailure.KeyText(document["_id"]));
        }
    }
}

/// <summary>Documents in which a field is not what its constant says.</summary>
internal sealed class Misfits(FieldSchema field, string found)
{
    public const string Absent = "missing or null";

    public FieldSchema Field { get; } = field;

    public bool IsAbsent => found == Absent;

    public long Count { get; set; }

    public List<string> Examples { get; } = [];

    /// <summary>Such as <c>accounts.created_at: string instead of long in 3 documents, such as _id "a", _id "b"</c>.</summary>
    public override string ToString() =>
        $"{Field.Declaration}: {found}{(IsAbsent ? ", though required," : $" instead of {Field.Type}")} in {Count:N0} {(Count == 1 ? "document" : "documents")}, such as {string.Join(", ", Examples)}";
}
