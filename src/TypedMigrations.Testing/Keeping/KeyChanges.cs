using TypedMigrations.Testing.Comparing;

namespace TypedMigrations.Testing.Keeping;

/// <summary>The keys that documents have afterwards, where their table gets other ones: found by the marks of the documents.</summary>
internal sealed class KeyChanges
{
    private readonly Dictionary<string, (Route Route, Dictionary<string, object> Keys)> _tables = [];

    public KeyChanges(IReadOnlyList<Route> routes, Content before, Content after)
    {
        foreach (var route in routes.Where(route => route.Rekey is not null))
        {
            var keys = new Dictionary<string, object>();
            foreach (var document in before[route.From].Documents)
            {
                var mark = Planting.MarkOf(route.From, document.Key);
                if (route.Homes.SelectMany(home => after[home.Table].ByMark(mark)).FirstOrDefault() is { } now)
                    keys[StoredText.Of(document.Key)] = now.Key;
            }

            _tables[route.From] = (route, keys);
        }
    }

    /// <summary>The tables whose documents get other keys.</summary>
    public IEnumerable<Route> Tables => _tables.Values.Select(table => table.Route);

    /// <summary>The key that a document has afterwards.</summary>
    public object Of(string table, object key) => _tables.TryGetValue(table, out var changed) ? changed.Keys.GetValueOrDefault(StoredText.Of(key), key) : key;

    /// <summary>A reference as it should be afterwards: a key, a list of keys, or a store's own kind, which names key and table.</summary>
    public object? Follow(string table, object? value) => value switch
    {
        null or Missing => value,
        IReadOnlyList<object?> list => list.Select(element => Follow(table, element)).ToList(),
        IReadOnlyDictionary<string, object?> reference => reference.ToDictionary(field => field.Key, field => field.Key == "$id" ? Follow(table, field.Value) : field.Value),
        _ => Of(table, value),
    };
}
