using LiteDB;
using TypedMigrations.LiteDb.Documents;
using TypedMigrations.Schemas;
using TypedMigrations.Storing;

namespace TypedMigrations.LiteDb.Copying;

/// <summary>Looks documents up in a copy made before the migration. A field without an index gets one on that copy, once.</summary>
internal sealed class StateBeforeReader(WorkingFile before, IReadOnlyList<Schema> readable) : IStateBeforeReader
{
    private readonly Dictionary<Field, Lookup> _lookups = [];
    private readonly Lazy<IComparer<BsonValue>> _keyOrder = new(() => KeyOrder.Of(before.Engine));

    public IEnumerable<object> Find(Field field, object value)
    {
        var lookup = LookupOf(field);
        return FindDocuments(field, lookup.Value.Write(value)).Select(lookup.Record.Read);
    }

    /// <summary>The documents whose field has a stored value, in key order.</summary>
    public IReadOnlyList<BsonDocument> FindDocuments(Field field, BsonValue value)
    {
        var lookup = LookupOf(field);
        // Default collations find more than the same text: the same letters in another case are equal to LiteDB.
        using var reader = before.Engine.Query(lookup.Table.Name, new Query { Where = { BsonExpression.Create($"{lookup.Expression} = @0", value) } });
        var found = new List<BsonDocument>();
        while (reader.Read())
            found.Add(reader.Current.AsDocument);
        return found.Count < 2 ? found : [.. found.OrderBy(document => document["_id"], _keyOrder.Value)];
    }

    /// <summary>The table before that has a field, or null.</summary>
    public TableSchema? TableOf(Field field) => readable.Select(schema => schema.TryFind(field.Table)).FirstOrDefault(found => found is not null);

    private Lookup LookupOf(Field field)
    {
        if (!_lookups.TryGetValue(field, out var lookup))
            _lookups[field] = lookup = Prepare(field);
        return lookup;
    }

    private Lookup Prepare(Field field)
    {
        var table = TableOf(field);
        if (table?.TryFind(field) is not { } declared || FieldPath.HasElements(declared.Path))
        {
            throw new MigrationException(new Problem(ErrorCode.ForeignConstant, $"A step looks up {field}, which the state before its migration does not have.",
                "Look up a field of the migration before (Old.…), or of a migration that this one declares to depend on."));
        }

        var expression = IndexExpression.OfPath(declared.Path);
        if (!declared.IsKey)
            EnsureIndexed(table.Name, expression);
        return new Lookup(table, expression, ValueCodec.Of(declared.Type, declared.Nested), new RecordCodec(table.Record));
    }

    private void EnsureIndexed(string table, string expression)
    {
        var source = BsonExpression.Create(expression).Source;
        if (TableReader.Names(before.Engine).Contains(table, StringComparer.OrdinalIgnoreCase)
            && TableReader.Indexes(before.Engine)[table].All(index => index.Expression != source))
        {
            using var budget = new PageBudget(before.Engine, table);
            before.Engine.EnsureIndex(table, $"lookup_{_lookups.Count}", BsonExpression.Create(expression), unique: false);
        }
    }

    private sealed record Lookup(TableSchema Table, string Expression, ValueCodec Value, RecordCodec Record);
}
