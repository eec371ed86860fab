using TypedMigrations.Storing;

namespace TypedMigrations.Testing.Comparing;

/// <summary>Something in which stored documents differ from what they were.</summary>
/// <param name="Place">The table, and the key of the document.</param>
/// <param name="Words">The field, and the values before and after.</param>
internal sealed record StoredDifference(string Place, string Words);

/// <summary>Compares the documents of a table as a whole, by key, field by field at any depth.</summary>
internal static class StoredComparison
{
    public static IEnumerable<StoredDifference> Differences(string table, IReadOnlyList<StoredDocument> before, IReadOnlyList<StoredDocument> after)
    {
        var now = after.ToDictionary(document => StoredText.Of(document.Key));
        foreach (var document in before)
        {
            var place = $"{table} {ValueText.Of(document.Key)}";
            if (!now.Remove(StoredText.Of(document.Key), out var found))
                yield return new StoredDifference(place, "is gone");
            else
                foreach (var (path, one, other) in OfValues(document.Fields, found.Fields, ""))
                    yield return new StoredDifference(place, $"{path} was {ValueText.Change(one, other, "is")}");
        }

        foreach (var added in now.Values)
            yield return new StoredDifference($"{table} {ValueText.Of(added.Key)}", "is new");
    }

    /// <summary>The innermost places at which two stored values differ.</summary>
    public static IEnumerable<(string Path, object? Before, object? After)> OfValues(object? before, object? after, string path)
    {
        if (before is IReadOnlyDictionary<string, object?> one && after is IReadOnlyDictionary<string, object?> other)
        {
            return one.Keys.Union(other.Keys).SelectMany(name => OfValues(
                one.GetValueOrDefault(name, Missing.Value), other.GetValueOrDefault(name, Missing.Value), path.Length == 0 ? name : $"{path}.{name}"));
        }

        if (before is IReadOnlyList<object?> first && after is IReadOnlyList<object?> second && first.Count == second.Count)
            return first.SelectMany((element, i) => OfValues(element, second[i], $"{path}[{i}]"));
        return StoredText.AreEqual(before, after) ? [] : [(path, before, after)];
    }
}
