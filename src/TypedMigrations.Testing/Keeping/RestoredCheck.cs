using TypedMigrations.Schemas;
using TypedMigrations.Discovering;
using TypedMigrations.Planning;
using TypedMigrations.Storing;
using TypedMigrations.Testing.Comparing;

namespace TypedMigrations.Testing.Keeping;

/// <summary>Compares a database before a migration with what it is after the way up and back. What the plan of either way calls lost may be lost.</summary>
internal sealed class RestoredCheck
{
    private const string NextStep = "Correct Down. What cannot come back must be dropped by a step, so that the plan says it; or say so: options.MayChange(…, \"why\")";

    private readonly MigrationDefinition _up;
    private readonly MigrationDefinition _down;
    private readonly Content _before;
    private readonly Content _after;
    private readonly Exceptions _may;
    private readonly HashSet<string> _filled;

    private RestoredCheck(MigrationDefinition up, MigrationDefinition down, IReadOnlySet<string> seeded, Content before, Content after, Exceptions may)
    {
        (_up, _down, _before, _after, _may) = (up, down, before, after, may);
        _filled = [.. seeded, .. up.Steps.Concat(down.Steps).Select(step => step switch { InsertDerived insert => insert.Into.Name, ExtractElements extract => extract.Into.Name, _ => "" })];
    }

    /// <summary>All that did not come back.</summary>
    public static IReadOnlyList<Fault> Faults(MigrationDefinition up, MigrationDefinition down, IReadOnlySet<string> seeded, Content before, Content after, Exceptions may)
    {
        var check = new RestoredCheck(up, down, seeded, before, after, may);
        return [.. new Routes(up).Of(before.Tables.Keys).SelectMany(check.Route)];
    }

    private IEnumerable<Fault> Route(Route route)
    {
        if (route.Drop is not null || _down.Steps.OfType<DropTable>().Any(drop => route.Homes.Any(home => home.Table == drop.Old.Name)))
            return [];

        var trails = route.All.Where(to => to.After is not null).Select(to => (To: to, Trail: new FieldTrail(_up, route.Before!, to))).ToList();
        var restored = new HashSet<StoredDocument>(ReferenceEqualityComparer.Instance);
        var faults = _before[route.From].Documents.SelectMany(document => Document(route, document, trails, restored)).ToList();
        var isFilled = _filled.Contains(route.From) || route.All.Any(to => _filled.Contains(to.Table));
        return isFilled ? faults : faults.Concat(_after[route.From].Documents.Where(document => !restored.Contains(document))
            .Select(document => new Fault(route.From, document.Key, "was not there before Up and Down", NextStep)));
    }

    private IEnumerable<Fault> Document(Route route, StoredDocument document, List<(Destination To, FieldTrail Trail)> trails, HashSet<StoredDocument> restored)
    {
        var found = _after[route.From].ByMark(Planting.MarkOf(route.From, document.Key)).FirstOrDefault() ?? _after[route.From].ByKey(document.Key);
        if (found is null)
            return MayBeGone(route) ? [] : [new Fault(route.From, document.Key, "is lost on the way up and back", NextStep)];

        restored.Add(found);
        var faults = route.Before is null
            ? StoredComparison.OfValues(document.Fields, found.Fields, "").Select(difference => Changed(route, document, difference))
            : Leaves.Of(route.Before, document).SelectMany(leaf => Field(route, document, leaf, trails, found));
        return StoredText.AreEqual(document.Key, found.Key) ? faults : faults.Prepend(new Fault(route.From, document.Key, $"comes back with another key, {ValueText.Of(found.Key)}", NextStep));
    }

    private bool MayBeGone(Route route) => route.Duplicates.Count > 0 || _may.MayLose(route.From)
        || _down.Steps.OfType<RemoveDuplicates>().Any(step => route.All.Any(to => to.Table == step.Fields[0].Table.Name));

    private IEnumerable<Fault> Field(Route route, StoredDocument document, Leaf leaf, List<(Destination To, FieldTrail Trail)> trails, StoredDocument found)
    {
        var ways = trails.Select(trail => (trail.To, Way: leaf.Field is null ? trail.Trail.OfUndeclaredIn(leaf.Container) : trail.Trail.OfField(leaf.Path))).Where(way => way.Way.Kind != WayKind.Elsewhere).ToList();
        if (_may.MayChange(route.From, leaf.Path) || (ways.Count > 0 && ways.TrueForAll(way => IsLost(way.To, way.Way, leaf))))
            return [];

        var now = Leaves.At(found.Fields, leaf.Container, leaf.Steps, leaf.Name);
        return StoredText.AreEqual(leaf.Value, now) || (leaf.Value is null or Missing && IsFilled(route, leaf, ways)) ? []
            : [Changed(route, document, StoredComparison.OfValues(leaf.Value, now, leaf.ShownPath).First())];
    }

    /// <summary>Whether a plan says that a value is lost: a step drops it, on the way up or back, a conversion leaves it out, or it is made unique.</summary>
    private bool IsLost(Destination to, Way way, Leaf leaf) => way.Kind == WayKind.Dropped
        || (way.Kind == WayKind.Changed && to.Conversion is not null && to.After!.TryFind(leaf.Path) is null)
        || _down.Steps.OfType<DropField>().Any(drop => drop.Old.Table.Name == to.Table && FieldPath.IsWithin(way.Path, drop.Old.Path))
        || _up.Steps.OfType<MakeUnique>().Any(step => step.Field.Table.Name == to.Table && step.Field.Path == way.Path)
        || _may.MayChange(to.Table, way.Path);

    private bool IsFilled(Route route, Leaf leaf, List<(Destination To, Way Way)> ways) =>
        _down.Steps.OfType<FillField>().Any(fill => fill.Filled.Table.Name == route.From && FieldPath.IsWithin(leaf.Path, fill.Filled.Path))
        || ways.Exists(way => way.To.Conversion is not null || _up.Steps.OfType<FillField>().Any(fill => fill.Filled.Table.Name == way.To.Table && FieldPath.IsWithin(way.Way.Path, fill.Filled.Path)));

    private static Fault Changed(Route route, StoredDocument document, (string Path, object? Before, object? After) difference) =>
        new(route.From, document.Key, $"field {difference.Path} was {ValueText.Change(difference.Before, difference.After, "comes back as")}", NextStep);
}
