using TypedMigrations.Discovering;
using TypedMigrations.Planning;
using TypedMigrations.Schemas;
using TypedMigrations.Storing;
using TypedMigrations.Testing.Comparing;

namespace TypedMigrations.Testing.Keeping;

/// <summary>Compares all that a database held before a migration with what it holds after: every document is accounted for.</summary>
/// <remarks>It knows the steps that the author wrote and the constants, and nothing of how a store carries them out.</remarks>
internal sealed class KeptCheck
{
    private const string LostNext = "Let the documents go somewhere: correct the step that removes them. If they are meant to go, say so: options.MayLose(Old.{0}, \"why\")";

    private readonly MigrationDefinition _definition;
    private readonly Content _before;
    private readonly Content _after;
    private readonly Exceptions _may;
    private readonly IReadOnlySet<string> _seeded;
    private readonly IReadOnlyList<Route> _routes;
    private readonly KeyChanges _keys;
    private readonly References _references;
    private readonly HashSet<StoredDocument> _accounted = new(ReferenceEqualityComparer.Instance);

    private KeptCheck(MigrationDefinition definition, IReadOnlySet<string> seeded, Content before, Content after, Exceptions may, bool isRandom)
    {
        (_definition, _seeded, _before, _after, _may) = (definition, seeded, before, after, may);
        _routes = new Routes(definition).Of(before.Tables.Keys);
        _keys = new KeyChanges(_routes, before, after);
        _references = new References(definition, _routes, _keys, before, after, isRandom);
    }

    /// <summary>All that was not kept.</summary>
    /// <param name="definition">The migration.</param>
    /// <param name="seeded">The tables into which its seeds insert.</param>
    /// <param name="before">The database before it.</param>
    /// <param name="after">The same one after it.</param>
    /// <param name="may">What the author says may change.</param>
    /// <param name="isRandom">Whether the documents are random.</param>
    public static IReadOnlyList<Fault> Faults(MigrationDefinition definition, IReadOnlySet<string> seeded, Content before, Content after, Exceptions may, bool isRandom)
    {
        var check = new KeptCheck(definition, seeded, before, after, may, isRandom);
        var faults = check._routes.SelectMany(check.Route).ToList();
        faults.AddRange(check.Extracted());
        faults.AddRange(check.Appeared());
        faults.AddRange(check._references.Dangling(may));
        return [.. faults.DistinctBy(fault => (fault.Place, fault.Words))];
    }

    private IEnumerable<Fault> Route(Route route)
    {
        if (route.Drop is not null)
            return [];
        if (route.Embed is { } embed)
            return Embedded(route, embed);

        var checks = route.All.Where(to => to.After is not null).ToDictionary(to => to, to => new DocumentCheck(_definition, route.Before!, to, _references, _may));
        var present = new Lazy<HashSet<string>[]>(() => [.. route.Duplicates.Select(step => KeptValues(route, step))]);
        return _before[route.From].Documents.SelectMany(document => Document(route, document, checks, present));
    }

    private IEnumerable<Fault> Document(Route route, StoredDocument document, Dictionary<Destination, DocumentCheck> checks, Lazy<HashSet<string>[]> present)
    {
        var homes = route.Homes.SelectMany(home => Found(route, home, document).Select(found => (Home: home, Document: found))).ToList();
        foreach (var (_, found) in homes)
            _accounted.Add(found);
        if (homes.Count == 0)
            return IsDuplicate(route, document, present) || _may.MayLose(route.From) ? [] : [Lost(route, document)];
        if (homes.Count > 1)
            return [new Fault(route.From, document.Key, $"is there {homes.Count} times: {string.Join(", ", homes.Select(home => $"{home.Home.Table} {ValueText.Of(home.Document.Key)}"))}", "Let each document go to one table; up.Copy(…) makes copies.")];

        var (to, now) = homes[0];
        return Key(route, document, now).Concat(Fields(route, document, to, now, checks)).Concat(route.Copies.SelectMany(copy => Copy(route, document, copy, checks)));
    }

    /// <summary>The documents that a document is now in a table: those with its mark, or else the one with its key that has no other's.</summary>
    private IEnumerable<StoredDocument> Found(Route route, Destination to, StoredDocument document)
    {
        var marked = _after[to.Table].ByMark(Planting.MarkOf(route.From, document.Key)).ToList();
        if (marked.Count > 0)
            return marked;
        return _after[to.Table].ByKey(_keys.Of(route.From, document.Key)) is { } same && Planting.MarkOf(same.Fields) is null ? [same] : [];
    }

    private static Fault Lost(Route route, StoredDocument document) =>
        new(route.From, document.Key, "is lost", string.Format(null, LostNext, route.Before?.Constant ?? "…"));

    private static IEnumerable<Fault> Key(Route route, StoredDocument before, StoredDocument now) =>
        route.Rekey is not null || StoredText.AreEqual(before.Key, now.Key) ? [] :
        [
            new Fault(route.From, before.Key, $"has another key now: {ValueText.Change(before.Key, now.Key, "then")}".Replace($"{ValueText.Of(before.Key)}, then ", "", StringComparison.Ordinal),
                "Change keys with up.Rekey(…) alone, so that references follow."),
        ];

    private static IEnumerable<Fault> Fields(Route route, StoredDocument before, Destination to, StoredDocument now, Dictionary<Destination, DocumentCheck> checks) =>
        checks.TryGetValue(to, out var check) ? check.Compare(before, now)
            : StoredComparison.OfValues(before.Fields, now.Fields, "").Select(difference => new Fault(
                route.From, before.Key, $"field {difference.Path} was {ValueText.Change(difference.Before, difference.After, "is")}", "What no constant of the module declares must stay as it is."));

    private IEnumerable<Fault> Copy(Route route, StoredDocument document, Destination copy, Dictionary<Destination, DocumentCheck> checks)
    {
        var found = Found(route, copy, document).ToList();
        foreach (var one in found)
            _accounted.Add(one);
        return found.Count == 0 ? [new Fault(route.From, document.Key, $"has no document in {copy.Table}, where the steps put one", "Correct the step that removes it.")] : checks[copy].Compare(document, found[0]);
    }

    private bool IsDuplicate(Route route, StoredDocument document, Lazy<HashSet<string>[]> present) =>
        route.Duplicates.Where((step, i) => present.Value[i].Contains(ValuesOf(step, document))).Any();

    /// <summary>The values by which a step finds duplicates, of the documents that are still there.</summary>
    private HashSet<string> KeptValues(Route route, RemoveDuplicates step) =>
        [.. _before[route.From].Documents.Where(document => route.Homes.Any(home => Found(route, home, document).Any())).Select(document => ValuesOf(step, document))];

    private static string ValuesOf(RemoveDuplicates step, StoredDocument document) =>
        string.Join('|', step.Fields.Select(field => LooseText.Of(Leaves.At(document.Fields, field.Path, [], name: null))));

    private IEnumerable<Fault> Embedded(Route route, EmbedDocuments embed)
    {
        var marks = _after[embed.Into.Table.Name].Documents.SelectMany(document => Leaves.ValuesAt(document, embed.Into.Path))
            .OfType<IReadOnlyDictionary<string, object?>>().Select(Planting.MarkOf).ToHashSet();
        return _may.MayLose(route.From) ? [] : _before[route.From].Documents.Where(document => !marks.Contains(Planting.MarkOf(route.From, document.Key))).Select(document => Lost(route, document));
    }

    /// <summary>Each element of an array that becomes documents is one, or more than before are there.</summary>
    private IEnumerable<Fault> Extracted()
    {
        foreach (var extract in _definition.Steps.OfType<ExtractElements>())
        {
            var (table, path, into) = (extract.Old.Table.Name, extract.Old.Path, _after[extract.Into.Name]);
            var container = path + (_definition.Before.TryFind(table)?.TryFind(path)?.Type.Kind == ValueKind.Map ? FieldPath.Values : FieldPath.Elements);
            var marks = into.Documents.Select(document => Planting.MarkOf(document.Fields, container)).OfType<string>().ToHashSet();
            foreach (var document in _before[table].Documents)
            {
                foreach (var mark in Leaves.ValuesAt(document, container).OfType<IReadOnlyDictionary<string, object?>>().Select(element => Planting.MarkOf(element, container)).OfType<string>().Where(mark => !marks.Contains(mark)))
                    yield return new Fault(table, document.Key, $"element {mark[(mark.LastIndexOf(' ') + 1)..]} is lost: {extract.Into.Name} has no document of it", $"Correct the function of up.Extract(…) for {path}.");
            }
        }
    }

    private IEnumerable<Fault> Appeared()
    {
        if (_definition.Steps.OfType<StoreStep>().Any(step => step is not StoreDocumentStep))
            return [];

        var filled = _definition.Steps.Select(step => step switch { InsertDerived insert => insert.Into.Name, ExtractElements extract => extract.Into.Name, _ => "" })
            .Concat(_seeded).ToHashSet();
        return _after.Tables.Where(table => !filled.Contains(table.Key))
            .SelectMany(table => table.Value.Documents.Where(document => !_accounted.Contains(document))
                .Select(document => new Fault(table.Key, document.Key, "was not there before, and no step inserts into the table", "Insert documents with up.Insert(…) or a seed.")));
    }
}
