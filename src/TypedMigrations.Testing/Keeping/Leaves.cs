using TypedMigrations.Schemas;
using TypedMigrations.Storing;
using TypedMigrations.Testing.Comparing;

namespace TypedMigrations.Testing.Keeping;

/// <summary>A value in a document that is compared as one: of a declared field, or of one that nobody declares.</summary>
/// <param name="Container">The way to the record that has it, such as <c>phones[]</c>; empty for the document.</param>
/// <param name="Name">Its name.</param>
/// <param name="Field">The field; null where nobody declares it.</param>
/// <param name="Steps">Which elements and entries lie on the way: numbers and names.</param>
/// <param name="Value">The value, or <see cref="Missing"/> for a declared field that is not there.</param>
internal sealed record Leaf(string Container, string Name, FieldSchema? Field, IReadOnlyList<object> Steps, object? Value)
{
    /// <summary>The way to the field, by the names before.</summary>
    public string Path => Container.Length == 0 ? Name : $"{Container}.{Name}";

    /// <summary>The way as it is in this document, such as <c>phones[2].number</c>.</summary>
    public string ShownPath
    {
        get
        {
            var shown = Path;
            foreach (var step in Steps)
            {
                var mark = shown.IndexOf(step is int ? FieldPath.Elements : FieldPath.Values, StringComparison.Ordinal);
                shown = shown[..(mark + 1)] + step + shown[(mark + 1)..];
            }

            return shown;
        }
    }
}

/// <summary>Takes documents apart by what their table declares, and finds values again.</summary>
internal static class Leaves
{
    public static IEnumerable<Leaf> Of(TableSchema table, StoredDocument document) => InRecord(document.Fields, table.Record, "", []);

    /// <summary>The value at a way, with the elements and entries that lie on it; <see cref="Missing"/> where there is none.</summary>
    public static object? At(IReadOnlyDictionary<string, object?> document, string path, IReadOnlyList<object> steps, string? name)
    {
        object? value = document;
        var next = 0;
        foreach (var part in path.Length == 0 ? [] : path.Split('.'))
        {
            value = Member(value, FieldPath.WithoutMarks(part));
            for (var marks = FieldPath.Marks(part).Length / 2; marks > 0; marks--)
                value = next < steps.Count ? Step(value, steps[next++]) : Missing.Value;
        }

        return name is null ? value : Member(value, name);
    }

    /// <summary>All values at a declared way, whatever elements lie on it, those of lists at its end one by one.</summary>
    public static IEnumerable<object> ValuesAt(StoredDocument document, string path) =>
        ValuesAt([document.Fields], path.Split('.')).SelectMany(value => value is IReadOnlyList<object?> list ? list : [value]).OfType<object>();

    private static IEnumerable<object?> ValuesAt(IEnumerable<object?> values, string[] parts) => parts.Aggregate(values, (found, part) =>
    {
        var next = found.Select(value => Member(value, FieldPath.WithoutMarks(part))).Where(value => value is not Missing);
        for (var marks = FieldPath.Marks(part).Length / 2; marks > 0; marks--)
            next = next.SelectMany(value => value is IReadOnlyList<object?> list ? list : value is IReadOnlyDictionary<string, object?> map ? map.Values : []);
        return next;
    });

    private static IEnumerable<Leaf> InRecord(IReadOnlyDictionary<string, object?> record, RecordShape shape, string container, IReadOnlyList<object> steps)
    {
        var left = new Dictionary<string, object?>(record);
        foreach (var field in shape.Fields.Where(field => !field.IsKey))
        {
            var value = Member(record, field.Name, out var spelled);
            left.Remove(spelled);
            foreach (var leaf in field.Nested is null ? [Single(value)] : InValue(value, field.Type, field.Nested, field, field.Path, steps) ?? [Single(value)])
                yield return leaf;

            Leaf Single(object? single) => new(container, field.Name, field, steps, single);
        }

        foreach (var (name, value) in left)
            yield return new Leaf(container, name, Field: null, steps, value);
    }

    /// <summary>The leaves of the records in a value; null where there are none in it.</summary>
    private static IEnumerable<Leaf>? InValue(object? value, FieldType type, RecordShape nested, FieldSchema field, string path, IReadOnlyList<object> steps) => (type.Kind, value) switch
    {
        (ValueKind.Record, IReadOnlyDictionary<string, object?> record) => InRecord(record, nested, path, steps),
        (ValueKind.List, IReadOnlyList<object?> { Count: > 0 } list) =>
            list.SelectMany((element, i) => InValue(element, type.Element!, nested, field, path + FieldPath.Elements, [.. steps, i]) ?? []),
        (ValueKind.Map, IReadOnlyDictionary<string, object?> { Count: > 0 } map) =>
            map.SelectMany(entry => InValue(entry.Value, type.Element!, nested, field, path + FieldPath.Values, [.. steps, entry.Key]) ?? []),
        _ => null,
    };

    private static object? Member(object? value, string name) => Member(value, name, out _);

    /// <summary>A field by its name, whatever the case of its letters: some stores make no difference.</summary>
    private static object? Member(object? value, string name, out string spelled)
    {
        spelled = name;
        if (value is not IReadOnlyDictionary<string, object?> document)
            return Missing.Value;
        if (document.TryGetValue(name, out var exact))
            return exact;

        var other = document.Keys.FirstOrDefault(candidate => candidate.Equals(name, StringComparison.OrdinalIgnoreCase));
        spelled = other ?? name;
        return other is null ? Missing.Value : document[other];
    }

    private static object? Step(object? value, object step) => (value, step) switch
    {
        (IReadOnlyList<object?> list, int place) when place < list.Count => list[place],
        (IReadOnlyDictionary<string, object?> map, string name) => map.GetValueOrDefault(name, Missing.Value),
        _ => Missing.Value,
    };
}
