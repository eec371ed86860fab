using TypedMigrations.Discovering;
using TypedMigrations.Schemas;
using TypedMigrations.Storing;
using TypedMigrations.Testing.Comparing;
using TypedMigrations.Testing.Generating;

namespace TypedMigrations.Testing.Keeping;

/// <summary>What refers to what, before and after: declared references follow, and none is left that led to a document and leads nowhere now.</summary>
/// <param name="definition">The migration.</param>
/// <param name="routes">Where documents go.</param>
/// <param name="keys">The keys that they have then.</param>
/// <param name="before">The database before.</param>
/// <param name="after">The database after.</param>
/// <param name="isRandom">Whether the documents are random: among those, one often has a text that is the key of another by chance.</param>
internal sealed class References(MigrationDefinition definition, IReadOnlyList<Route> routes, KeyChanges keys, Content before, Content after, bool isRandom)
{
    private readonly Dictionary<(string Table, string Path, string Target), bool> _mostLead = [];

    /// <summary>A value as it should be afterwards: that of a reference follows its documents.</summary>
    public object? Follow(TableSchema table, TableSchema into, string path, string pathAfter, object? value) =>
        path.Length > 0 && TargetOf(table, into, path, pathAfter) is { } target ? keys.Follow(target, value) : value;

    public bool IsDeclared(TableSchema table, TableSchema into, string path, string pathAfter) => TargetOf(table, into, path, pathAfter) is not null;

    /// <summary>Values that nobody declares to be references, but that led to documents whose keys are others now.</summary>
    public IEnumerable<Fault> LeftBehind(string table, StoredDocument document, Leaf leaf, string pathAfter, object? value)
    {
        foreach (var route in keys.Tables)
        {
            foreach (var key in Texts(value).Where(key => IsLeftBehind(route, table, document, key) && IsLikely(leaf, table, key, route)))
            {
                yield return new Fault(table, document.Key, $"field {leaf.ShownPath} led to {route.From} {ValueText.Of(key)}, which is {ValueText.Of(keys.Of(route.From, key))} now, and leads nowhere",
                    leaf.Field is null
                        ? $"Declare {table}.{leaf.Path} and its reference in the migration before, so that it follows. If it is none, say so: options.MayChange(\"{table}\", \"{leaf.Path}\", \"why\")"
                        : $"Declare the reference below {leaf.Field.Constant}, so that it follows: {leaf.Field.Constant.Split('.')[^1]}.References({route.Before!.Key.Constant}). If it is none, say so: {Exceptions.LineOf(leaf.Field, isOld: true)}");
            }
        }
    }

    /// <summary>Declared references that led to a document before, or hold what was a key then, and lead to none now.</summary>
    public IEnumerable<Fault> Dangling(Exceptions may)
    {
        foreach (var table in definition.After.Tables)
        {
            foreach (var reference in table.References.Where(reference => !may.MayChange(table.Name, reference.From.Path)))
            {
                var (origins, target) = (routes.Where(route => route.All.Any(to => to.Table == reference.To.Table.Name)).ToList(), after[reference.To.Table.Name]);
                foreach (var (document, key) in Held(after[table.Name], reference.From.Path).Where(held => !target.HasKey(held.Key) && origins.Exists(origin => before[origin.From].HasKey(held.Key))))
                    yield return NewlyDangling(table, document, reference.From.Path, key, reference.To.Table.Name);
            }
        }
    }

    private static Fault NewlyDangling(TableSchema table, StoredDocument document, string path, object key, string target) => new(
        table.Name, document.Key, $"field {path} is {ValueText.Of(key)}, and leads to no document of {target} any more",
        $"Keep the documents that are referred to. If it is meant, say so: {Exceptions.LineOf(table.TryFind(path)!, isOld: false)}");

    private static IEnumerable<(StoredDocument Document, object Key)> Held(TableContent content, string path) =>
        content.Documents.SelectMany(document => Leaves.ValuesAt(document, path).Select(value => (document, KeyIn(value))));

    private static object KeyIn(object value) => value is IReadOnlyDictionary<string, object?> reference && reference.GetValueOrDefault("$id") is { } key ? key : value;

    /// <summary>The table before that a field refers to: its constant says so, or that of the field which it becomes.</summary>
    private string? TargetOf(TableSchema table, TableSchema into, string path, string pathAfter)
    {
        if (table.References.FirstOrDefault(reference => reference.From.Path == path) is { } old)
            return old.To.Table.Name;

        var now = into.References.FirstOrDefault(reference => reference.From.Path == pathAfter)?.To.Table.Name;
        return now is null ? null : routes.FirstOrDefault(route => route.All.Any(to => to.Table == now))?.From;
    }

    private bool IsLeftBehind(Route route, string table, StoredDocument document, object key) =>
        before[route.From].ByKey(key) is not null
        && !(table == route.From && StoredText.AreEqual(key, document.Key))
        && !route.All.Any(to => after[to.Table].HasKey(key));

    /// <summary>Whether a text that is a key is so for a reason: the name of the field says so, or most texts that it holds are keys.</summary>
    private bool IsLikely(Leaf leaf, string table, object key, Route route)
    {
        if (key is not string)
            return true;
        if (isRandom)
            return leaf.Field is not null && LikelyReference.TryFind(leaf.Field, leaf.Field.Type.Element ?? leaf.Field.Type, definition.Before)?.Name == route.From;
        return _mostLead.TryGetValue((table, leaf.Path, route.From), out var known) ? known : _mostLead[(table, leaf.Path, route.From)] = MostLead(leaf, table, route);
    }

    private bool MostLead(Leaf leaf, string table, Route route)
    {
        var texts = before[table].Documents.SelectMany(document => Leaves.ValuesAt(document, leaf.Path)).SelectMany(Texts).ToList();
        return texts.Count == 0 || 2 * texts.Count(text => before[route.From].ByKey(text) is not null) >= texts.Count;
    }

    /// <summary>The values that keys are made of, at any depth. A number that happens to be a key is no sign of a reference.</summary>
    private static IEnumerable<object> Texts(object? value) => value switch
    {
        IReadOnlyDictionary<string, object?> document => document.Values.SelectMany(Texts),
        IReadOnlyList<object?> list => list.SelectMany(Texts),
        null or Missing or bool or int or long or double or decimal or DateTime or byte[] => [],
        _ => [value],
    };
}
