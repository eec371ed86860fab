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
        var (changed, kept) = (false, false);
        foreach (var container in _containers.In(document))
        {
            var there = container.TryGetValue(_target.Name, out var value) ? value : null;
            var isMade = TryMake(there, place, out var made);
            kept |= !isMade && _change.Step.Misfits.IsKept;
            if (!isMade || made is null)
                continue;
            container[_target.Name] = made;
            changed = true;
        }

        // An embedding counts its documents, not those that they go into.
        if ((changed || kept) && _change.Step is not EmbedDocuments)
            _misfits.Touched(_change.Step);
        return changed;
    }

    private bool TryMake(BsonValue? there, DocumentPlace place, out BsonValue? made)
    {
        try
        {
            made = _make(there, place);
            return true;
        }
        catch (Exception exception) when (exception is not (MigrationException or OperationCanceledException))
        {
            made = null;
            if (_change.Step.Misfits.Convert is { } rule)
                return _misfits.TryMake(_change.Step, place, _target.Path, () => rule(place.Stored) is { } value ? ValueCodec.Of(_target.Type, _target.Nested).Write(value) : null, out made);
            _misfits.Add(_change.Step, place, place.Unreadable is null ? _target.Path : null, exception);
            return false;
        }
    }

    private Func<BsonValue?, DocumentPlace, BsonValue?> Fill(FillField fill, Surroundings surroundings)
    {
        var codec = ValueCodec.Of(_target.Type, _target.Nested);
        return (there, place) =>
            there is null or { IsNull: true } && fill.Function(fill.From is null ? null : place.ReadRecord(), surroundings.State!) is { } filled ? codec.Write(filled) : null;
    }
}
