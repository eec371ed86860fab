namespace TypedMigrations.Schemas;

/// <summary>The way to a field, such as <c>phones[].number</c>: names parted by dots, with a mark where it goes through elements.</summary>
public static class FieldPath
{
    /// <summary>The mark of array elements.</summary>
    public const string Elements = "[]";

    /// <summary>The mark of a map's values.</summary>
    public const string Values = "{}";

    /// <summary>Whether the way goes through elements of an array or values of a map.</summary>
    public static bool HasElements(string path) => path.EndsWith(Elements, StringComparison.Ordinal) || path.EndsWith(Values, StringComparison.Ordinal)
        || path.Contains("[].", StringComparison.Ordinal) || path.Contains("{}.", StringComparison.Ordinal);

    /// <summary>The part of a way up to its last elements: where a document of its own begins among others. Empty for the table's document.</summary>
    public static string LastElements(string path)
    {
        var end = Math.Max(path.LastIndexOf(Elements, StringComparison.Ordinal), path.LastIndexOf(Values, StringComparison.Ordinal));
        return end < 0 ? "" : path[..(end + 2)];
    }

    /// <summary>The way without the marks at its end: to the field that holds the elements.</summary>
    public static string WithoutMarks(string path)
    {
        while (path.EndsWith(Elements, StringComparison.Ordinal) || path.EndsWith(Values, StringComparison.Ordinal))
            path = path[..^2];
        return path;
    }

    /// <summary>Whether a way leads through a field to something below it.</summary>
    public static bool IsBelow(string path, string field) =>
        path.Length > field.Length && path.StartsWith(field, StringComparison.Ordinal) && path[field.Length] is ('.' or '[' or '{');

    /// <summary>Whether a way leads to a field or to something below it. Everything is within the table's document, whose way is empty.</summary>
    public static bool IsWithin(string path, string field) => field.Length == 0 || path == field || IsBelow(path, field);

    /// <summary>The marks at the end of a way.</summary>
    public static string Marks(string path) => path[WithoutMarks(path).Length..];

    /// <summary>The names from a document on the way to a field below it. There are no elements in between.</summary>
    public static IReadOnlyList<string> Names(string path, string from)
    {
        var rest = from.Length == 0 ? path : path[(from.Length + 1)..];
        return rest.Length == 0 ? [] : rest.Split('.');
    }
}
