using System.Collections;
using TypedMigrations.Schemas;

namespace TypedMigrations.Testing.Comparing;

/// <summary>A field in which a record is not as expected.</summary>
internal sealed record RecordDifference(string Path, object? Expected, object? Found)
{
    public string Words => ValueText.Change(Expected, Found, "found").Insert(0, "expected ");
}

/// <summary>Compares records field by field, however deep, by the values that are stored of them.</summary>
internal static class RecordComparison
{
    public static IEnumerable<RecordDifference> Differences(TableSchema table, object expected, object found) => OfRecords(table.Record, expected, found, "");

    private static IEnumerable<RecordDifference> OfRecords(RecordShape shape, object expected, object found, string path)
    {
        var (one, other) = (new object?[shape.Fields.Count], new object?[shape.Fields.Count]);
        shape.Read(expected, one);
        shape.Read(found, other);
        return shape.Fields.SelectMany((field, i) => OfValues(field.Nested, one[i], other[i], path.Length == 0 ? field.Name : $"{path}.{field.Name}"));
    }

    private static IEnumerable<RecordDifference> OfValues(RecordShape? shape, object? expected, object? found, string path) => (expected, found) switch
    {
        (null, null) => [],
        (not null, not null) when shape is not null && expected.GetType() == shape.Type => OfRecords(shape, expected, found, path),
        (byte[] one, byte[] other) => one.AsSpan().SequenceEqual(other) ? [] : [new RecordDifference(path, one, other)],
        (DateTime one, DateTime other) => one.ToUniversalTime() == other.ToUniversalTime() ? [] : [new RecordDifference(path, one, other)],
        (string, _) or (_, string) => Equals(expected, found) ? [] : [new RecordDifference(path, expected, found)],
        (IEnumerable one, IEnumerable other) when Entries(one) is { } first && Entries(other) is { } second => OfMaps(shape, first, second, path),
        (IEnumerable one, IEnumerable other) => OfLists(shape, [.. one.Cast<object?>()], [.. other.Cast<object?>()], path),
        _ => Equals(expected, found) ? [] : [new RecordDifference(path, expected, found)],
    };

    private static IEnumerable<RecordDifference> OfLists(RecordShape? shape, List<object?> expected, List<object?> found, string path) => expected.Count != found.Count
        ? [new RecordDifference(path, expected, found)]
        : expected.SelectMany((element, i) => OfValues(shape, element, found[i], $"{path}[{i}]"));

    private static IEnumerable<RecordDifference> OfMaps(RecordShape? shape, Dictionary<object, object?> expected, Dictionary<object, object?> found, string path) =>
        expected.Keys.Union(found.Keys).SelectMany(key => (expected.TryGetValue(key, out var one), found.TryGetValue(key, out var other)) switch
        {
            (true, true) => OfValues(shape, one, other, $"{path}.{key}"),
            (true, false) => [new RecordDifference($"{path}.{key}", one, Missing.Value)],
            _ => [new RecordDifference($"{path}.{key}", Missing.Value, other)],
        });

    /// <summary>The entries of a map of whatever type, or null where it is none.</summary>
    private static Dictionary<object, object?>? Entries(IEnumerable map) => map switch
    {
        IDictionary plain => plain.Keys.Cast<object>().ToDictionary(key => key, key => plain[key]),
        IEnumerable<KeyValuePair<string, object?>> pairs => pairs.ToDictionary(pair => (object)pair.Key, pair => pair.Value),
        _ => null,
    };
}
