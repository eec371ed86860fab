using LiteDB;
using TypedMigrations.LiteDb.Documents;
using TypedMigrations.Planning;
using TypedMigrations.Schemas;

namespace TypedMigrations.LiteDb.Transforming;

/// <summary>Changes the documents that go from one table to another, or stay in one, as a migration's steps say. Made once, then used for each document.</summary>
/// <remarks>
/// A document is changed in place, so that what no step names stays: unknown fields at any depth, missing and null. All new
/// values are made from the whole old document, then old ones are taken out, then new ones put in, so that the order of the
/// steps does not matter. Fills come last: they look at what is there by then.
/// </remarks>
internal sealed class DocumentTransform
{
    private readonly string _table;
    private readonly MisfitLog _misfits;
    private readonly FieldTransform[] _moves;
    private readonly FillTransform[] _fills;
    private readonly WholeTransform[] _wholes;
    private readonly RecordCodec? _oldRecord;
    private readonly Step? _wantsRecord;
    private readonly Pending _pending = new();

    public DocumentTransform(DocumentChanges changes, TableSchema before, TableSchema after, Surroundings surroundings, MisfitLog misfits)
    {
        _table = before.Name;
        _misfits = misfits;
        var filled = changes.Fields.Where(change => change.Step is FillField).Select(change => change.Targets[0]).ToHashSet();
        _moves = [.. changes.Fields.Where(change => change.Sources.Count > 0).Select(change => new FieldTransform(change, filled, surroundings, misfits)).OrderByDescending(move => move.ScopeDepth).ThenBy(move => move.Depth)];
        _fills = [.. changes.Fields.Where(change => change.Sources.Count == 0).Select(change => new FillTransform(change, surroundings, misfits)).OrderBy(fill => fill.Depth)];
        _wholes = [.. WholeTransform.Of(changes.Documents, before, after, surroundings, misfits)];
        _wantsRecord = changes.Fields.Select(change => (Step)change.Step).Concat(changes.Documents).FirstOrDefault(step => step is FillField { From: not null } or ConvertTable);
        _oldRecord = _wantsRecord is null ? null : new RecordCodec(before.Record);
    }

    /// <summary>Changes a document. Says whether anything changed.</summary>
    public bool Apply(BsonDocument document)
    {
        var place = new DocumentPlace(_table, document["_id"], OldRecord: null);
        if (_oldRecord is not null)
        {
            if (!_misfits.TryMake(_wantsRecord!, place, field: null, () => _oldRecord.Read(document), out var record))
                return false;
            place = place with { OldRecord = record };
        }

        _pending.Clear();
        foreach (var move in _moves)
            move.Take(document, place, _pending);
        var changed = _pending.Apply(place, _misfits);
        foreach (var fill in _fills)
            changed |= fill.Apply(document, place);
        foreach (var whole in _wholes)
            changed |= whole.Apply(document, place);
        return changed;
    }
}
