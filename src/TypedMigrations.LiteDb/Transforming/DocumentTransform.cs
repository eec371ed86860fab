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
    private readonly bool _wantsStored;
    private readonly Pending _pending = new();

    public DocumentTransform(DocumentChanges changes, TableSchema before, TableSchema after, Surroundings surroundings, MisfitLog misfits)
    {
        _table = before.Name;
        _misfits = misfits;
        var filled = changes.Fields.Where(change => change.Step is FillField).Select(change => change.Targets[0]).ToHashSet();
        _moves = [.. changes.Fields.Where(change => change.Sources.Count > 0).Select(change => new FieldTransform(change, filled, surroundings, misfits)).OrderByDescending(move => move.ScopeDepth).ThenBy(move => move.Depth)];
        _fills = [.. changes.Fields.Where(change => change.Sources.Count == 0).Select(change => new FillTransform(change, surroundings, misfits)).OrderBy(fill => fill.Depth)];
        _wholes = [.. WholeTransform.Of(changes.Documents, before, after, surroundings, misfits)];
        var readers = changes.Fields.Select(change => (Step)change.Step).Concat(changes.Documents).Where(step => step is FillField { From: not null } or ConvertTable).ToList();
        _oldRecord = readers.Count == 0 ? null : new RecordCodec(before.Record);
        _wantsStored = readers.Any(step => step is FillField { Misfits.Convert: not null });
    }

    /// <summary>Changes a document. Says whether anything changed.</summary>
    public bool Apply(BsonDocument document)
    {
        var place = new DocumentPlace(_table, document["_id"], OldRecord: null);
        if (_oldRecord is not null)
            place = Read(document, place, _oldRecord);

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

    /// <summary>A document that does not read as its record concerns only the steps that want one: each says what to do then.</summary>
    private DocumentPlace Read(BsonDocument document, DocumentPlace place, RecordCodec codec)
    {
        var stored = _wantsStored ? Untyped.Read(document) : null;
        try
        {
            return place with { OldRecord = codec.Read(document), Stored = stored };
        }
        catch (Exception exception) when (exception is not (MigrationException or OperationCanceledException))
        {
            return place with { Unreadable = exception, Stored = stored };
        }
    }
}
