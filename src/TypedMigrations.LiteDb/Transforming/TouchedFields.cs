using LiteDB;
using TypedMigrations.Planning;
using TypedMigrations.Schemas;

namespace TypedMigrations.LiteDb.Transforming;

/// <summary>Which fields of a table's own documents may hold something else afterwards.</summary>
internal sealed class TouchedFields
{
    private readonly HashSet<string>? _names;

    private TouchedFields(HashSet<string>? names) => _names = names;

    public static TouchedFields Of(DocumentChanges changes)
    {
        // Code of the author, whole conversions and hoisted records may write any field.
        if (changes.Documents.Count > 0 || changes.Fields.Any(change => change.Step is HoistRecord))
            return new TouchedFields(names: null);

        var paths = changes.Fields.SelectMany(change => change.Sources.Concat(change.Targets).Select(field => field.Path).Append(change.Scope).Append(change.ScopeAfter));
        return new TouchedFields(paths.Where(path => path.Length > 0).Select(path => FieldPath.WithoutMarks(path.Split('.')[0])).ToHashSet(StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>Whether the values of an index may change.</summary>
    /// <param name="expression">What the index is on, in LiteDB's spelling.</param>
    public bool Concerns(string expression)
    {
        var on = BsonExpression.Create(expression);
        // A whole document, and what is another value each time.
        return _names is null || !on.IsImmutable || on.Fields.Count == 0 || on.Fields.Contains("$") || _names.Overlaps(on.Fields);
    }
}
