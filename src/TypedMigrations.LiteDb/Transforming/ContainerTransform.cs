using LiteDB;
using TypedMigrations.LiteDb.Documents;
using TypedMigrations.Planning;

namespace TypedMigrations.LiteDb.Transforming;

/// <summary>Changes the fields of one document: the table's own, a nested one, or an element of an array.</summary>
internal sealed class ContainerTransform
{
    private readonly Containers _containers;
    private readonly string[] _taken;
    private readonly Move[] _moves;
    private readonly Fill[] _fills;

    public ContainerTransform(string containerPath, IReadOnlyList<FieldChange> changes)
    {
        _containers = new Containers(containerPath);
        _taken = [.. changes.Where(change => change.Old is not null).Select(change => change.Old!.Name)];
        _moves = [.. changes.Where(change => change is { Old: not null, New: not null }).Select(change => new Move(change))];
        _fills = [.. changes.Where(change => change.Step is FillField).Select(change => new Fill(change))];
    }

    public int Depth => _containers.Depth;

    public bool Apply(BsonDocument document, DocumentPlace place)
    {
        var changed = false;
        foreach (var container in _containers.In(document))
            changed |= Change(container, place);
        return changed;
    }

    private bool Change(BsonDocument container, DocumentPlace place)
    {
        var values = new BsonValue?[_moves.Length];
        for (var i = 0; i < _moves.Length; i++)
            values[i] = _moves[i].Take(container, place);

        var changed = false;
        foreach (var name in _taken)
            changed |= container.Remove(name);

        for (var i = 0; i < _moves.Length; i++)
        {
            if (values[i] is { } value)
                _moves[i].Put(container, value, place);
        }

        foreach (var fill in _fills)
            changed |= fill.Apply(container, place);
        return changed;
    }

    /// <summary>A field that goes on under the same or another name, as it is or converted.</summary>
    private sealed class Move
    {
        private readonly FieldChange _change;
        private readonly ConvertField? _convert;
        private readonly ValueCodec? _read;
        private readonly ValueCodec? _write;

        public Move(FieldChange change)
        {
            _change = change;
            _convert = change.Step as ConvertField;
            if (_convert is null)
                return;

            _read = ValueCodec.Of(change.Old!.Type, change.Old.Nested);
            _write = ValueCodec.Of(change.New!.Type, change.New.Nested);
        }

        /// <summary>The value to put in afterwards; null where the field is missing, which it then stays.</summary>
        public BsonValue? Take(BsonDocument container, DocumentPlace place)
        {
            if (!container.TryGetValue(_change.Old!.Name, out var value))
                return null;
            if (_convert is null || value.IsNull)
                return value;

            return StepFailure.Guard(place.Table, place.Key, _change.Old.Path, () =>
                _convert.Function(_read!.Read(value)!) is { } converted ? _write!.Write(converted) : BsonValue.Null);
        }

        public void Put(BsonDocument container, BsonValue value, DocumentPlace place)
        {
            if (!container.TryAdd(_change.New!.Name, value))
                throw StepFailure.FieldExists(place, _change);
        }
    }

    /// <summary>A field that gets a value where it has none.</summary>
    private sealed class Fill
    {
        private readonly FieldChange _change;
        private readonly FillField _fill;
        private readonly ValueCodec _write;

        public Fill(FieldChange change)
        {
            _change = change;
            _fill = (FillField)change.Step;
            _write = ValueCodec.Of(change.New!.Type, change.New.Nested);
        }

        public bool Apply(BsonDocument container, DocumentPlace place)
        {
            if (container.TryGetValue(_change.New!.Name, out var there) && !there.IsNull)
                return false;

            var value = StepFailure.Guard(place.Table, place.Key, _change.New.Path, () =>
                _fill.Function(place.OldRecord, place.Before!) is { } filled ? _write.Write(filled) : null);
            if (value is null)
                return false;

            container[_change.New.Name] = value;
            return true;
        }
    }
}
