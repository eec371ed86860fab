using LiteDB;
using TypedMigrations.Planning;

namespace TypedMigrations.LiteDb.Transforming;

/// <summary>What is to be taken out of one document and put into it, once every step has read it.</summary>
internal sealed class Pending
{
    private readonly List<(BsonDocument Container, string Name)> _removals = [];
    private readonly List<Put> _puts = [];

    public void Clear()
    {
        _removals.Clear();
        _puts.Clear();
    }

    public void Remove(BsonDocument container, string name) => _removals.Add((container, name));

    public void Add(Put put) => _puts.Add(put);

    /// <summary>Takes everything out, then puts everything in. Says whether there was anything to do.</summary>
    public bool Apply(DocumentPlace place, MisfitLog misfits)
    {
        var changed = _puts.Count > 0;
        foreach (var (container, name) in _removals)
            changed |= container.Remove(name);
        foreach (var put in _puts)
            put.Into(place, misfits);
        return changed;
    }
}

/// <summary>A value on its way to a place below a document.</summary>
/// <param name="Change">The change that puts it there.</param>
/// <param name="Scope">The document from which the way begins.</param>
/// <param name="Way">The names on the way, the field's own last. Empty where the value is a record whose content goes into the document itself.</param>
/// <param name="Path">The path of the field, for messages.</param>
/// <param name="Value">The value.</param>
internal readonly record struct Put(FieldChange Change, BsonDocument Scope, IReadOnlyList<string> Way, string Path, BsonValue Value)
{
    public void Into(DocumentPlace place, MisfitLog misfits)
    {
        if (Way.Count == 0)
        {
            foreach (var (name, value) in Value.AsDocument)
            {
                if (!Scope.TryAdd(name, value))
                    misfits.FieldExists(Change.Step, place, Change.ScopeAfter.Length == 0 ? name : $"{Change.ScopeAfter}.{name}", name);
            }
        }
        else if (Container() is not { } container || !container.TryAdd(Way[^1], Value))
        {
            misfits.FieldExists(Change.Step, place, Path, Way[^1]);
        }
    }

    /// <summary>The document that gets the value, made where it is missing; null where something else stands in the way.</summary>
    private BsonDocument? Container()
    {
        var container = Scope;
        for (var i = 0; i < Way.Count - 1; i++)
        {
            if (!container.TryGetValue(Way[i], out var inner) || inner.IsNull)
                container[Way[i]] = inner = new BsonDocument();
            if (!inner.IsDocument)
                return null;
            container = inner.AsDocument;
        }

        return container;
    }
}
