using TypedMigrations.Schemas;
using TypedMigrations.Storing;
using TypedMigrations.Testing.Comparing;

namespace TypedMigrations.Testing.Keeping;

/// <summary>Puts content that nobody declares into a database, at every depth. It marks each document, so that it is known again wherever it goes.</summary>
internal static class Planting
{
    private const string Name = "not_declared";
    private const string Origin = "origin";

    /// <summary>A table that no migration knows.</summary>
    public const string Table = "not_declared_things";

    /// <summary>Whether a field was planted.</summary>
    public static bool IsPlanted(string field) => field.StartsWith(Name, StringComparison.Ordinal);

    /// <summary>The mark of a document, or of a part of one; null where it lost it.</summary>
    public static string? MarkOf(IReadOnlyDictionary<string, object?> fields) => MarksOf(fields, Name);

    /// <summary>The mark that the elements at a way have; null where the part lost it.</summary>
    public static string? MarkOf(IReadOnlyDictionary<string, object?> fields, string container) => MarksOf(fields, NameIn(container));

    public static string MarkOf(string table, object key) => $"{table} {StoredText.Of(key)}";

    /// <summary>Plants into every document of every table.</summary>
    /// <param name="database">The database.</param>
    /// <param name="declared">The declared tables, of all modules, by name.</param>
    public static void Plant(ITestDatabase database, IReadOnlyDictionary<string, TableSchema> declared)
    {
        foreach (var table in database.Tables)
            database.Put(table, database.Documents(table).Select(document => Planted(table, document, declared.GetValueOrDefault(table))));
        database.Put(Table, new object[] { 1, "two" }.Select(key => Planted(Table, new StoredDocument(key, new Dictionary<string, object?>()), schema: null)));
    }

    private static StoredDocument Planted(string table, StoredDocument document, TableSchema? schema)
    {
        var mark = MarkOf(table, document.Key);
        var fields = schema is null ? document.Fields : Inside(document.Fields, schema.Record, "", mark);
        return document with { Fields = With(fields, Name, mark) };
    }

    /// <summary>A record with something planted into each record below it.</summary>
    private static IReadOnlyDictionary<string, object?> Inside(IReadOnlyDictionary<string, object?> fields, RecordShape shape, string container, string mark)
    {
        var planted = new Dictionary<string, object?>(fields);
        foreach (var field in shape.Fields.Where(field => field.Nested is not null && planted.ContainsKey(field.Name)))
            planted[field.Name] = Value(planted[field.Name], field.Type, field.Nested!, field.Path, $"{mark} {field.Path}");
        return container.Length == 0 ? planted : With(planted, NameIn(container), mark);
    }

    private static object? Value(object? value, FieldType type, RecordShape nested, string path, string mark) => (type.Kind, value) switch
    {
        (ValueKind.Record, IReadOnlyDictionary<string, object?> record) => Inside(record, nested, path, mark),
        (ValueKind.List, IReadOnlyList<object?> list) => list.Select((element, i) => Value(element, type.Element!, nested, path + FieldPath.Elements, $"{mark}[{i}]")).ToList(),
        (ValueKind.Map, IReadOnlyDictionary<string, object?> map) =>
            map.ToDictionary(entry => entry.Key, entry => Value(entry.Value, type.Element!, nested, path + FieldPath.Values, $"{mark}{{{entry.Key}}}")),
        _ => value,
    };

    private static Dictionary<string, object?> With(IReadOnlyDictionary<string, object?> fields, string name, string mark) => new(fields)
    {
        [name] = new Dictionary<string, object?>
        {
            [Origin] = mark,
            ["whole"] = 1,
            ["large"] = 1L,
            ["exact"] = 0.10m,
            ["blank"] = "  ",
            ["nothing"] = null,
            ["list"] = new List<object?> { 1, 1L, null, new Dictionary<string, object?> { ["deep"] = "" } },
        },
    };

    /// <summary>At each depth another name: a record may be hoisted into one above it, and elements may become documents.</summary>
    private static string NameIn(string container) => container.Length == 0 ? Name : $"{Name}_in_{new string([.. container.Select(letter => char.IsLetterOrDigit(letter) ? letter : '_')]).Trim('_')}";

    private static string? MarksOf(IReadOnlyDictionary<string, object?> fields, string name) =>
        fields.GetValueOrDefault(name) is IReadOnlyDictionary<string, object?> planted ? planted.GetValueOrDefault(Origin) as string : null;
}
