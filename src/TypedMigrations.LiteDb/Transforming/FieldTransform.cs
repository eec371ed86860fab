using LiteDB;
using TypedMigrations.LiteDb.Documents;
using TypedMigrations.Planning;
using TypedMigrations.Schemas;

namespace TypedMigrations.LiteDb.Transforming;

/// <summary>Carries out one step on fields that are there: reads the old values, and says what to take out and what to put in.</summary>
internal sealed class FieldTransform
{
    private readonly FieldChange _change;
    private readonly MisfitLog _misfits;
    private readonly Containers _scopes;
    private readonly IReadOnlyList<string>[] _sourceWays;
    private readonly IReadOnlyList<string>[] _targetWays;
    private readonly Func<BsonValue?[], BsonValue?[]> _make;
    private readonly Func<BsonValue?[], BsonValue?[]>? _makeByRule;
    private readonly bool[] _isNeeded;

    public FieldTransform(FieldChange change, IReadOnlySet<FieldSchema> filled, Surroundings surroundings, MisfitLog misfits)
    {
        _change = change;
        _misfits = misfits;
        _scopes = new Containers(change.Scope);
        _sourceWays = [.. change.Sources.Select(source => FieldPath.Names(source.Path, change.Scope))];
        _targetWays = [.. change.Targets.Select(target => FieldPath.Names(target.Path, change.ScopeAfter))];
        _isNeeded = [.. change.Targets.Select(target => target.IsRequired && !filled.Contains(target))];
        _make = ValueMaking.Of(change, surroundings, misfits);
        _makeByRule = ValueMaking.ByRule(change);
        Depth = change.Targets.Select(target => target.Path.Split('.').Length).DefaultIfEmpty(0).Max();
        ScopeDepth = change.Scope.Length == 0 ? 0 : change.Scope.Split('.').Length;
    }

    /// <summary>How deep the documents lie in which it works: inner ones are made complete first, so that a hoist takes along what was put into its record.</summary>
    public int ScopeDepth { get; }

    /// <summary>How deep the targets lie: outer ones are put in first, so that inner ones find their containers.</summary>
    public int Depth { get; }

    public void Take(BsonDocument document, DocumentPlace place, Pending pending)
    {
        var touched = false;
        foreach (var scope in _scopes.In(document))
            touched |= TakeFrom(scope, place, pending);
        // An extract counts its elements, where they become documents.
        if (touched && _change.Step is not ExtractElements)
            _misfits.Touched(_change.Step);
    }

    private bool TakeFrom(BsonDocument scope, DocumentPlace place, Pending pending)
    {
        var values = new BsonValue?[_sourceWays.Length];
        var containers = new BsonDocument?[_sourceWays.Length];
        for (var i = 0; i < values.Length; i++)
        {
            if ((containers[i] = Walk(scope, _sourceWays[i])) is { } container && container.TryGetValue(_sourceWays[i][^1], out var value))
                values[i] = value;
        }

        if (Array.TrueForAll(values, value => value is null))
            return false;
        if (!TryMake(values, place, out var made))
            return _change.Step.Misfits.IsKept;

        for (var i = 0; _change.Step.TakesSources && i < values.Length; i++)
        {
            if (values[i] is not null)
                pending.Remove(containers[i]!, _sourceWays[i][^1]);
        }

        if (_change.Step is HoistRecord)
            Hoist(scope, values[0]!, pending);
        for (var i = 0; i < made.Length; i++)
        {
            if (made[i] is { } value)
                pending.Add(new Put(_change, scope, _targetWays[i], _change.Targets[i].Path, value));
        }

        return _change.Step is not FollowReference || !ReferenceFollowing.IsSame(values[0]!, made[0]!);
    }

    /// <summary>The new values; false where the old ones do not fit and stay where they are, or fail the run.</summary>
    private bool TryMake(BsonValue?[] values, DocumentPlace place, out BsonValue?[] made)
    {
        made = [];
        if (_change.Step is HoistRecord)
            return values[0]!.IsDocument || values[0]!.IsNull || _misfits.Add(_change.Step, place, _change.Sources[0].Path, new ValueMisfitException($"{ValueCodec.Describe(values[0]!)} instead of a record"));
        // Null goes on as null, whatever the type; it is the fills' business.
        if (!_change.Step.KeepsValues && Array.TrueForAll(values, value => value is null || value.IsNull))
        {
            made = [.. _targetWays.Select(_ => BsonValue.Null)];
            return true;
        }

        try
        {
            made = _make(values);
            if (Array.TrueForAll(values, value => value is { IsNull: false }))
                DemandNeeded(made);
            return true;
        }
        catch (Exception exception) when (exception is not (MigrationException or OperationCanceledException))
        {
            return TryRule(values, place, exception, out made);
        }
    }

    private BsonValue?[] DemandNeeded(BsonValue?[] made)
    {
        for (var i = 0; i < made.Length; i++)
        {
            if (_isNeeded[i] && made[i] is null or { IsNull: true })
                throw new ValueMisfitException($"no value for {_change.Targets[i].Path}, though the field is required");
        }

        return made;
    }

    private bool TryRule(BsonValue?[] values, DocumentPlace place, Exception exception, out BsonValue?[] made)
    {
        made = [];
        if (_makeByRule is { } byRule)
            return _misfits.TryMake(_change.Step, place, _change.Sources[0].Path, () => DemandNeeded(byRule(values)), out made!);
        if (!_misfits.Add(_change.Step, place, _change.Sources[0].Path, exception))
            return false;

        // Kept: one value goes on under its new name, several stay under their old ones.
        if (values.Length != 1 || _targetWays.Length != 1)
            return false;
        made = values;
        return true;
    }

    private void Hoist(BsonDocument scope, BsonValue record, Pending pending)
    {
        if (record.IsDocument)
            pending.Add(new Put(_change, Walk(scope, _sourceWays[0])!, [], _change.Sources[0].Path, record));
    }

    /// <summary>The document that holds the field at the end of a way, or null.</summary>
    private static BsonDocument? Walk(BsonDocument scope, IReadOnlyList<string> way)
    {
        var container = scope;
        for (var i = 0; i < way.Count - 1; i++)
        {
            if (!container.TryGetValue(way[i], out var inner) || !inner.IsDocument)
                return null;
            container = inner.AsDocument;
        }

        return container;
    }
}
