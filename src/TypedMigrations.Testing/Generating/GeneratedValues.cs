using CsCheck;

namespace TypedMigrations.Testing.Generating;

/// <summary>Makes one value from random choices.</summary>
internal delegate object? ValueMaker(Draw draw);

/// <summary>What is said of the values to generate: by the author for single fields, by the test for what it knows of the rest of the database.</summary>
internal sealed class GeneratedValues
{
    private readonly Dictionary<Field, ValueMaker> _ofFields = [];
    private readonly Dictionary<Type, ValueMaker> _ofTypes = [];
    private readonly Dictionary<Table, IReadOnlyList<object>> _keys = [];
    private readonly HashSet<Field> _short = [];

    /// <summary>Whether an optional field that refers to a document may hold the key of none. The default is yes, as in real life.</summary>
    public bool ReferencesMayDangle { get; init; } = true;

    /// <summary>Says what a field holds. Null in an optional one is then the author's business too.</summary>
    public void Set<TRecord, TValue>(Field<TRecord, TValue> field, Gen<TValue> values) => _ofFields[field] = draw => draw.From(values);

    /// <summary>Says what every field of a type holds, such as a store's own kind of key.</summary>
    public void Set<TValue>(Gen<TValue> values) => _ofTypes[typeof(TValue)] = draw => draw.From(values);

    /// <summary>Says which documents a table of another module has, for references that lead there.</summary>
    public void SetKeys(Table table, IReadOnlyList<object> keys) => _keys[table] = keys;

    /// <summary>Keeps a field's texts as short as those of an indexed one, because a later version indexes them.</summary>
    public void KeepShort(Field field) => _short.Add(field);

    public ValueMaker? TryFind(Field field) => _ofFields.GetValueOrDefault(field);

    public ValueMaker? TryFind(Type type) => _ofTypes.GetValueOrDefault(type);

    public IReadOnlyDictionary<Table, IReadOnlyList<object>> Keys => _keys;

    public bool IsShort(Field field) => _short.Contains(field);
}
