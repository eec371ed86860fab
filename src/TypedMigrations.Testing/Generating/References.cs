using System.Collections;
using TypedMigrations.Schemas;

namespace TypedMigrations.Testing.Generating;

/// <summary>Follows the declared references of a sample. Those into other modules are not looked at.</summary>
internal sealed class References(Schema schema)
{
    private readonly IReadOnlyList<(TableSchema Table, Field From, TableSchema To)> _references =
    [
        .. from table in schema.Tables
           from reference in table.References
           let target = schema.TryFind(reference.To.Table)
           where target is not null
           select (table, reference.From, target),
    ];

    /// <summary>The keys that lead nowhere, each with the field that holds it.</summary>
    public IEnumerable<(Field From, object Key)> Dangling(IReadOnlyDictionary<TableSchema, IReadOnlyList<object>> sample)
    {
        foreach (var (table, from, to) in _references)
        {
            var there = sample[to].Select(record => to.KeyOf(record)).ToHashSet();
            foreach (var key in sample[table].SelectMany(record => Values(record, from)).SelectMany(Spread).OfType<object>().Select(StoreTypes.KeyOf))
            {
                if (!there.Contains(key))
                    yield return (from, key);
            }
        }
    }

    /// <summary>The values of a field: one, or one of each element that the way goes through.</summary>
    private static IEnumerable<object?> Values(object record, Field field)
    {
        var containers = (field.Parent is { } parent ? Values(record, parent) : [record]).OfType<object>();
        return field.Property is { } property ? containers.Select(property.GetValue) : containers.SelectMany(Spread);
    }

    private static IEnumerable<object?> Spread(object? value) => value switch
    {
        IDictionary map => map.Values.Cast<object?>(),
        IEnumerable list and not string and not byte[] => list.Cast<object?>().SelectMany(Spread),
        _ => [value],
    };
}
