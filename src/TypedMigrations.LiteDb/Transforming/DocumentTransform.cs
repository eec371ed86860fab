using LiteDB;
using TypedMigrations.LiteDb.Documents;
using TypedMigrations.Planning;
using TypedMigrations.Schemas;

namespace TypedMigrations.LiteDb.Transforming;

/// <summary>Changes the documents of one table as a migration's steps say. Made once a table, then used for each document.</summary>
/// <remarks>
/// A document is changed in place, so that what no step names stays: unknown fields at any depth, missing and null. All old
/// values are taken out before a new one is put in, so that the order of the steps does not matter.
/// </remarks>
internal sealed class DocumentTransform
{
    private readonly string _table;
    private readonly ContainerTransform[] _containers;
    private readonly RecordCodec? _oldRecord;
    private readonly StateBefore? _before;

    public DocumentTransform(TableWork work, StateBefore? before)
    {
        _table = work.Before!.Name;
        _before = before;
        // Inner documents first: their ways are named as they were before.
        _containers = [.. work.Changes.GroupBy(change => change.ContainerPath).Select(group => new ContainerTransform(group.Key, [.. group])).OrderByDescending(container => container.Depth)];
        if (work.Changes.Any(change => change.Step is FillField { From: not null }))
            _oldRecord = new RecordCodec(work.Before.Record);
    }

    /// <summary>Changes a document. Says whether anything changed.</summary>
    /// <exception cref="MigrationException">TM4001, TM4002 or TM4003, with the document's key and the field.</exception>
    public bool Apply(BsonDocument document)
    {
        var key = document["_id"];
        var old = _oldRecord is null ? null : StepFailure.Guard(_table, key, field: null, () => _oldRecord.Read(document));
        var changed = false;
        foreach (var container in _containers)
            changed |= container.Apply(document, new DocumentPlace(_table, key, old, _before));
        return changed;
    }
}

/// <summary>The document that is being changed, for functions and messages.</summary>
/// <param name="Table">The table's name before.</param>
/// <param name="Key">The document's key.</param>
/// <param name="OldRecord">The document as it was, where a fill wants it.</param>
/// <param name="Before">The state before, where a fill wants it.</param>
internal sealed record DocumentPlace(string Table, BsonValue Key, object? OldRecord, StateBefore? Before);
