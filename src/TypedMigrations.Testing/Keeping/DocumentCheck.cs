using TypedMigrations.Discovering;
using TypedMigrations.Planning;
using TypedMigrations.Schemas;
using TypedMigrations.Storing;
using TypedMigrations.Testing.Comparing;

namespace TypedMigrations.Testing.Keeping;

/// <summary>Compares a document before with what it is in a table after: what no step names is the same, and what is moved is the same at its new place.</summary>
internal sealed class DocumentCheck
{
    private readonly TableSchema _before;
    private readonly TableSchema _after;
    private readonly Destination _to;
    private readonly FieldTrail _trail;
    private readonly Exceptions _may;
    private readonly References _references;
    private readonly List<string> _written;
    private readonly HashSet<string> _madeUnique;
    private readonly HashSet<string> _embedded;
    private readonly List<RenameType> _types;
    private readonly Dictionary<string, Wraparound> _conversions;

    public DocumentCheck(MigrationDefinition definition, TableSchema before, Destination to, References references, Exceptions may)
    {
        (_before, _after, _to, _references, _may) = (before, to.After!, to, references, may);
        _trail = new FieldTrail(definition, before, to);
        _written = [.. WrittenBy(definition).Distinct()];
        _madeUnique = [.. definition.Steps.OfType<MakeUnique>().Where(step => step.Field.Table == _after.Declaration).Select(step => step.Field.Path)];
        _embedded = [.. definition.Steps.OfType<EmbedDocuments>().Where(step => step.Into.Table == _after.Declaration).Select(step => step.Into.Path)];
        _types = [.. definition.Steps.OfType<RenameType>().Where(step => step.Old == before.Declaration)];
        _conversions = definition.Steps.OfType<ConvertFields>().Select(step => (Source: step.Sources[0], Check: Wraparound.Of(step, before, _after)))
            .Where(item => item.Check is not null).ToDictionary(item => item.Source.Path, item => item.Check!);
    }

    public IEnumerable<Fault> Compare(StoredDocument before, StoredDocument after) => Leaves.Of(_before, before).SelectMany(leaf => Compare(leaf, before, after));

    private IEnumerable<string> WrittenBy(MigrationDefinition definition) =>
        definition.Steps.OfType<FieldStep>().SelectMany(step => step.Targets).Where(target => target.Table == _after.Declaration).Select(target => target.Path)
            .Concat(definition.Steps.OfType<StoreDocumentStep>().Where(step => step.Table == _before.Declaration).SelectMany(step => step.Writes).Select(written => written.Path));

    private IEnumerable<Fault> Compare(Leaf leaf, StoredDocument before, StoredDocument after)
    {
        var way = leaf.Field is null ? _trail.OfUndeclaredIn(leaf.Container) : _trail.OfField(leaf.Path);
        if (way.Kind == WayKind.Changed)
            return Overflow(leaf, before, after) is { } fault ? [fault] : [];
        if (way.Kind is WayKind.Dropped or WayKind.Elsewhere || MayChange(leaf, way) || !TryPlace(leaf, way, out var steps, out var kept))
            return [];

        var name = leaf.Field is null ? leaf.Name : null;
        var expected = _references.Follow(_before, _after, leaf.Field is null ? "" : leaf.Path, way.Path, Renamed(kept));
        var found = Leaves.At(after.Fields, way.Path, steps, name);
        if (!StoredText.AreEqual(expected, found))
            return IsMeant(leaf, way, kept, expected, found) ? [] : [Changed(leaf, before, kept, expected, found)];
        return _references.IsDeclared(_before, _after, leaf.Path, way.Path) || Planting.IsPlanted(leaf.Name) ? [] : _references.LeftBehind(_before.Name, before, leaf, way.Path, kept);
    }

    private bool MayChange(Leaf leaf, Way way) => _may.MayChange(_before.Name, leaf.Path) || _may.MayChange(_after.Name, leaf.Field is null ? $"{way.Path}.{leaf.Name}".TrimStart('.') : way.Path);

    /// <summary>Which elements lie on the new way, and what lies there. False where wrapping leaves nothing to compare.</summary>
    private static bool TryPlace(Leaf leaf, Way way, out IReadOnlyList<object> steps, out object? kept)
    {
        (steps, kept) = (leaf.Steps, leaf.Value);
        if (way.Kind == WayKind.Carried)
            return true;
        if (way.Kind == WayKind.Wrapped)
        {
            steps = [.. leaf.Steps.Take(way.At), 0, .. leaf.Steps.Skip(way.At)];
            return kept is not (null or Missing);
        }

        if (leaf.Steps.Count > way.At)
        {
            steps = [.. leaf.Steps.Take(way.At), .. leaf.Steps.Skip(way.At + 1)];
            return leaf.Steps[way.At] is 0;
        }

        kept = kept is IReadOnlyList<object?> { Count: 1 } list ? list[0] : Missing.Value;
        return kept is not Missing;
    }

    /// <summary>What a step that renames types makes of a value, at any depth.</summary>
    private object? Renamed(object? value) => _types.Count == 0 ? value : value switch
    {
        IReadOnlyDictionary<string, object?> document => document.ToDictionary(
            field => field.Key, field => field.Key == "_type" ? _types.FirstOrDefault(step => field.Value is string type && type == step.From)?.To ?? field.Value : Renamed(field.Value)),
        IReadOnlyList<object?> list => list.Select(Renamed).ToList(),
        _ => value,
    };

    /// <summary>Whether a step says that a value may become another one where it is.</summary>
    private bool IsMeant(Leaf leaf, Way way, object? kept, object? expected, object? found)
    {
        if (leaf.Field is null)
            return leaf.Name == "_type" && _types.Exists(step => kept is string type && type == step.From && found is string to && to == step.To);
        if (kept is null or Missing && (_to.Conversion is not null || _written.Exists(written => FieldPath.IsWithin(way.Path, written) || FieldPath.IsWithin(written, way.Path))))
            return true;
        if (_madeUnique.Contains(way.Path) && kept is string && found is string)
            return true;
        return _embedded.Contains(way.Path) && expected is IReadOnlyList<object?> or Missing or null && found is IReadOnlyList<object?> more
            && (expected is not IReadOnlyList<object?> less || StoredText.AreEqual(less, more.Take(less.Count).ToList()));
    }

    private Fault Changed(Leaf leaf, StoredDocument before, object? kept, object? expected, object? found)
    {
        if (!StoredText.AreEqual(kept, expected))
        {
            return new Fault(_before.Name, before.Key, $"field {leaf.ShownPath} was {ValueText.Of(kept)}, is {ValueText.Of(found)}, and should be {ValueText.Of(expected)}, the new key of what it refers to",
                "Let up.Rekey(…) or up.Merge(…) change the keys: declared references follow.");
        }

        var (path, one, other) = StoredComparison.OfValues(expected, found, leaf.ShownPath).First();
        return new Fault(_before.Name, before.Key, $"field {path} was {ValueText.Change(one, other, "is")}", NextStep(leaf));
    }

    private string NextStep(Leaf leaf)
    {
        if (leaf.Field is null)
            return "What no constant declares must stay: let custom code change the fields that it names, and nothing else.";

        var correct = _to.Conversion is null
            ? $"No step names {_before.Name}.{leaf.Path}: correct the one that changes it."
            : $"Let the function of up.Convert(Old.{_before.Constant}, …) take {_before.Name}.{leaf.Path} over.";
        return $"{correct} If it is meant to change, say so: {Exceptions.LineOf(leaf.Field, isOld: true)}";
    }

    private Fault? Overflow(Leaf leaf, StoredDocument before, StoredDocument after)
    {
        if (leaf.Field is null || !_conversions.TryGetValue(leaf.Path, out var conversion) || _may.MayChange(_before.Name, leaf.Path))
            return null;

        var found = Leaves.At(after.Fields, conversion.Target, leaf.Steps, name: null);
        return conversion.Expected(leaf.Value, found) is not { } expected ? null : new Fault(
            _before.Name, before.Key, $"field {leaf.ShownPath} was {ValueText.Of(leaf.Value)}, is {ValueText.Of(found)}: the conversion overflowed, {ValueText.Of(expected)} does not fit",
            "Convert with checked(…), so that a run refuses such a value and names it, and choose a type that holds it.");
    }
}
