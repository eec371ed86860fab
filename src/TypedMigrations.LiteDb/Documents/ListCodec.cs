using LiteDB;
using TypedMigrations.Schemas;

namespace TypedMigrations.LiteDb.Documents;

/// <summary>Arrays, lists, sets and queues, stored as an array.</summary>
internal sealed class ListCodec<TList, T>(FieldType type, ValueCodec<T> element) : ValueCodec<TList>(type)
    where TList : IEnumerable<T>
{
    private readonly Func<List<T>, TList> _make = CollectionForms.ListMaker<TList, T>();
    private readonly bool _isSet = CollectionForms.IsSet(type.ClrType);

    public override bool Fits(BsonValue value) => value is BsonArray array && ElementsFit(array) && (!_isSet || HasAll(_make(Elements(array)), array.Count));

    public override TList ReadValue(BsonValue value)
    {
        if (value is not BsonArray array)
            throw Misfit(value);

        var made = _make(Elements(array));
        return !_isSet || HasAll(made, array.Count) ? made : throw new ValueMisfitException("array with equal elements, of which a set keeps one");
    }

    public override BsonValue WriteValue(TList value)
    {
        // The default of a struct is no list at all: it throws when its elements are asked for.
        if (typeof(TList).IsValueType && EqualityComparer<TList>.Default.Equals(value, default))
            throw new ValueMisfitException($"a {typeof(TList).Name.Split('`')[0]} that was never made; an empty one is a value, a missing one is null where the field is declared as nullable");

        var array = new BsonArray();
        foreach (var item in value)
            array.Add(item is null ? BsonValue.Null : element.WriteValue(item));
        return array;
    }

    private bool ElementsFit(BsonArray array)
    {
        for (var i = 0; i < array.Count; i++)
        {
            if (!(array[i].IsNull ? default(T) is null : element.Fits(array[i])))
                return false;
        }

        return true;
    }

    private List<T> Elements(BsonArray array)
    {
        var elements = new List<T>(array.Count);
        try
        {
            for (var i = 0; i < array.Count; i++)
                elements.Add(!array[i].IsNull ? element.ReadValue(array[i]) : default(T) is null ? default! : throw Misfit(array[i], element.Type));
        }
        catch (ValueMisfitException exception) when (!exception.NamesField)
        {
            throw new ValueMisfitException($"{exception.Message} in a {Type}");
        }

        return elements;
    }

    private static bool HasAll(TList made, int count) => ((IReadOnlyCollection<T>)made).Count == count;
}
