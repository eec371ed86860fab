using TypedMigrations.Schemas;

namespace TypedMigrations.Testing.Generating;

/// <summary>Makes the keys of one table, and then its records.</summary>
internal sealed class RandomTable
{
    private const int TriesForUnique = 8;
    private const int RoomForText = 100_000;

    private readonly ValueMaker _key;
    private readonly Func<Draw, object, object> _record;
    private readonly UniqueValues _unique;

    public RandomTable(TableSchema schema, Schema all, GeneratedValues said)
    {
        Schema = schema;
        var fields = new FieldValues(schema, all, said);
        _key = fields.OfKey();
        _record = fields.OfRecord();
        _unique = new UniqueValues(schema);
        KeyOf = said.TryFind(schema.Key.Declaration) is null ? TargetsOf(schema.Key).FirstOrDefault() : null;
        Needs = [.. schema.AllFields.Where(field => field.IsRequired && field.Type.Kind != ValueKind.List).SelectMany(TargetsOf)];
    }

    public TableSchema Schema { get; }

    /// <summary>The table whose keys this one's keys are, where the key refers to one.</summary>
    public Table? KeyOf { get; }

    /// <summary>The tables that must have a document where this one has.</summary>
    public IReadOnlyList<Table> Needs { get; }

    /// <summary>Keys that differ; fewer than wanted where they do not.</summary>
    public IReadOnlyList<object> MakeKeys(Draw draw, int count)
    {
        var keys = new List<object>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var others = KeyOf is null ? null : draw.Keys.GetValueOrDefault(KeyOf);
        for (var i = 0; i < count; i++)
        {
            var key = others is { Count: > 0 } ? others[i % others.Count] : _key(draw)!;
            if (taken.Add(SameValue.Of(key)))
                keys.Add(key);
        }

        return keys;
    }

    /// <summary>Makes a record for each key. Where one finds no unique values, it gives the key that has to go.</summary>
    public IReadOnlyList<object> MakeRecords(Draw draw, out object? misfit)
    {
        var records = new List<object>();
        var taken = _unique.NoneYet();
        foreach (var key in draw.Keys[Schema.Declaration])
        {
            if (TryMake(draw, key, taken) is not { } record)
            {
                misfit = key;
                return [];
            }

            records.Add(record);
        }

        misfit = null;
        return records;
    }

    private object? TryMake(Draw draw, object key, IReadOnlyList<HashSet<string>> taken)
    {
        for (var i = 0; i < TriesForUnique; i++)
        {
            draw.RoomForText = RoomForText;
            var record = _record(draw, key);
            if (_unique.TryAdd(taken, record))
                return record;
        }

        return null;
    }

    private IEnumerable<Table> TargetsOf(FieldSchema field) => Schema.References.Where(reference => reference.From == field.Declaration).Select(reference => reference.To.Table);
}
