using TypedMigrations.Schemas;

namespace TypedMigrations.Planning;

/// <summary>Where the old fields of a table go, and the nested documents with them.</summary>
internal sealed class FieldWays
{
    private readonly TableSchema _before;
    private readonly Dictionary<string, FieldSchema> _goals = new(StringComparer.Ordinal);

    // The way to a nested document or to elements, before to after. The table's own document stays.
    private readonly Dictionary<string, string> _containers = new(StringComparer.Ordinal) { [""] = "" };

    public FieldWays(TableSchema before) => _before = before;

    /// <summary>The fields that go on unread: their path before, and the field after.</summary>
    public IEnumerable<KeyValuePair<string, FieldSchema>> Goals => _goals;

    public bool IsContainerGone(FieldSchema field) => !_containers.ContainsKey(field.ContainerPath);

    /// <summary>The path that a field has afterwards if only its containers move.</summary>
    public string PathAfter(FieldSchema field)
    {
        var container = ContainerAfter(field);
        return string.IsNullOrEmpty(container) ? field.Name : $"{container}.{field.Name}";
    }

    /// <summary>Where the document that holds a field is afterwards; null where it is gone.</summary>
    public string? ContainerAfter(FieldSchema field) => _containers.GetValueOrDefault(field.ContainerPath);

    /// <summary>Whether documents that were there before are at this place afterwards.</summary>
    public bool ComesFromBefore(string containerAfter) => _containers.ContainsValue(containerAfter);

    /// <summary>The fields before that become this one, unread.</summary>
    public IReadOnlyList<string> OriginsOf(FieldSchema after) => [.. _goals.Where(pair => pair.Value == after).Select(pair => pair.Key)];

    public void Goes(FieldSchema field, FieldSchema after)
    {
        _goals[field.Path] = after;
        var marks = MarksOf(field.Type);
        _containers[field.Path + marks] = after.Path + marks;
    }

    public void Wraps(FieldSchema field, FieldSchema after) => _containers[field.Path + MarksOf(field.Type)] = after.Path + FieldPath.Elements + MarksOf(field.Type);

    public void Unwraps(FieldSchema field, FieldSchema after) => _containers[field.Path + MarksOf(field.Type)] = after.Path + MarksOf(after.Type);

    public void Hoists(FieldSchema record) => _containers[record.Path] = ContainerAfter(record) ?? "";

    /// <summary>What is below a field goes no further.</summary>
    public void Ends(FieldSchema field) => _containers.Remove(field.Path + MarksOf(field.Type));

    /// <summary>The deepest document in which all fields of a step lie, before and after; null where there is none.</summary>
    public (string Before, string After)? ScopeOf(IReadOnlyList<FieldSchema> sources, IReadOnlyList<FieldSchema> targets)
    {
        var container = sources[0].ContainerPath;
        if (sources.All(source => source.ContainerPath == container)
            && (targets.Count == 0 || (_containers.TryGetValue(container, out var same) && targets.All(target => target.ContainerPath == same))))
            return (container, _containers.GetValueOrDefault(container, ""));

        var scope = FieldPath.LastElements(container);
        if (sources.Any(source => FieldPath.LastElements(source.ContainerPath) != scope) || !_containers.TryGetValue(scope, out var after))
            return null;
        return targets.All(target => IsBelow(target.ContainerPath, after)) ? (scope, after) : null;
    }

    /// <summary>Whether only nested records lie between.</summary>
    private static bool IsBelow(string container, string scope) =>
        (container == scope || (scope.Length == 0 ? container.Length > 0 : container.StartsWith(scope + ".", StringComparison.Ordinal)))
        && !FieldPath.HasElements(container[scope.Length..]);

    /// <summary>The marks on the way to the records that a list or a map holds, lists of lists included.</summary>
    private static string MarksOf(FieldType type) => type.Kind switch
    {
        ValueKind.List => FieldPath.Elements + MarksOf(type.Element!),
        ValueKind.Map => FieldPath.Values + MarksOf(type.Element!),
        _ => "",
    };
}
