using LiteDB;
using TypedMigrations.LiteDb.Documents;
using TypedMigrations.Planning;
using TypedMigrations.Schemas;

namespace TypedMigrations.LiteDb.Transforming;

/// <summary>Carries out one step that gives a value to a field without reading old ones of its own: a fill, a new nested record, embedded documents.</summary>
internal sealed class FillTransform
{
    private readonly FieldChange _change;
    private readonly FieldSchema _target;
    private readonly MisfitLog _misfits;
    private readonly Containers _containers;
    private readonly Func<BsonValue?, DocumentPlace, BsonValue?> _make;

    public FillTransform(FieldChange change, Surroundings surroundings, MisfitLog misfits)
    {
        _change = change;
        _target = change.Targets[0];
        _misfits = misfits;
        _containers = new Containers(change.ScopeAfter);
        _make = change.Step switch
        {
            FillField fill => Fill(fill, surroundings),
            EmbedDocuments embed => new Embedding(embed, _target, surroundings.Reader!, misfits).Embed,
            _ => (there, _) => there is null or { IsNull: true } ? new BsonDocument() : null,
        };
    }

    public int Depth => _target.Path.Split('.').Length;

    public bool Apply(BsonDocument document, DocumentPlace place)
    {
        var changed = false;
        foreach (var container in _containers.In(document))
        {
            var there = container.TryGetValue(_target.Name, out var value) ? value : null;
            if (!_misfits.TryMake(_change.Step, place, _target.Path, () => _make(there, place), out var made) || made is null)
                continue;
            container[_target.Name] = made;
            changed = true;
        }

        // An embedding counts its documents, not those that they go into.
        if (changed && _change.Step is not EmbedDocuments)
            _misfits.Touched(_change.Step);
        return changed;
    }

    private Func<BsonValue?, DocumentPlace, BsonValue?> Fill(FillField fill, Surroundings surroundings)
    {
        var codec = ValueCodec.Of(_target.Type, _target.Nested);
        return (there, place) =>
            there is null or { IsNull: true } && fill.Function(place.OldRecord, surroundings.State!) is { } filled ? codec.Write(filled) : null;
    }
}
