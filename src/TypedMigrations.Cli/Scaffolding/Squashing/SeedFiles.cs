using System.Collections;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using TypedMigrations.Cli.Scaffolding.Reading;

namespace TypedMigrations.Cli.Scaffolding.Squashing;

/// <summary>Writes documents as the seed of a migration: a JSON file for each table, and the class that reads them.</summary>
/// <param name="space">The namespace of the migration.</param>
/// <param name="folder">Its folder.</param>
/// <param name="like">A file whose line endings are those of the project.</param>
internal sealed class SeedFiles(string space, string folder, SourceText like)
{
    // As a seed reads them.
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.Strict,
        Converters = { new JsonStringEnumConverter() },
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="name">The class: BootstrapData or TestData.</param>
    /// <param name="seed">What it derives from.</param>
    /// <param name="prefix">What the names of its files begin with.</param>
    /// <param name="tables">The records of each table; tables without records are left out.</param>
    /// <exception cref="CliException">TM6028: JSON cannot hold a record as it is.</exception>
    public IEnumerable<SourceText> Of(string name, string seed, string prefix, IReadOnlyList<(NewTable Table, IReadOnlyList<object> Records)> tables)
    {
        var filled = tables.Where(table => table.Records.Count > 0).ToList();
        if (filled.Count == 0)
            yield break;
        foreach (var (table, records) in filled)
            yield return new SourceText(Path.Combine(folder, FileOf(prefix, table)), Json(table, records) + "\n", HasMark: false);
        string[] lines =
        [
            "using TypedMigrations;", "", $"namespace {space};", "", $"public sealed class {name} : {seed}", "{", "    public override void Insert(Seeds seeds)", "    {",
            .. filled.Select(item => $"        seeds.Insert({item.Table.Schema.Constant}, seeds.Json<{RecordOf(item.Table)}>(\"{FileOf(prefix, item.Table)}\"));"), "    }", "}",
        ];
        yield return new SourceText(Path.Combine(folder, name + ".cs"), (string.Join('\n', lines) + "\n").ReplaceLineEndings(like.LineEnding), HasMark: false);
    }

    private static string FileOf(string prefix, NewTable table) => $"{prefix}-{table.Schema.Name}.json";

    /// <summary>The record as code in the migration's namespace names it.</summary>
    private string RecordOf(NewTable table)
    {
        var name = table.Schema.Declaration.RecordType.FullName!.Replace('+', '.');
        return name.StartsWith(space + ".", StringComparison.Ordinal) ? name[(space.Length + 1)..] : name;
    }

    /// <summary>The records, and what a seed reads from that has to be the same again.</summary>
    private static string Json(NewTable table, IReadOnlyList<object> records)
    {
        var list = typeof(List<>).MakeGenericType(table.Schema.Declaration.RecordType);
        try
        {
            var json = JsonSerializer.Serialize(Typed(list, records), list, Options);
            var untyped = records.Select(record => Untyped(record, record.GetType())).FirstOrDefault(found => found is not null);
            return untyped is null && JsonSerializer.Serialize(JsonSerializer.Deserialize(json, list, Options), list, Options) == json ? json : throw Refused(table, untyped ?? "a record is another one when it is read again");
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException or ArgumentException or InvalidOperationException)
        {
            throw Refused(table, exception.Message);
        }
    }

    private static IList Typed(Type list, IEnumerable<object> records)
    {
        var typed = (IList)Activator.CreateInstance(list)!;
        foreach (var record in records)
            typed.Add(record);
        return typed;
    }

    /// <summary>A value whose type nothing declares, and which JSON would give another type; null where there is none.</summary>
    private static string? Untyped(object? value, Type declared) => value switch
    {
        null or string or bool => null,
        IDictionary map => First(map.Values.Cast<object?>().Select(item => Untyped(item, ItemOf(declared)))),
        IEnumerable items when value is not byte[] => First(items.Cast<object?>().Select(item => Untyped(item, ItemOf(declared)))),
        _ when declared == typeof(object) => StaysInJson(value) ? null : $"the untyped value {value} is a {value.GetType().Name}",
        _ when value.GetType().Namespace is { } space && (space + ".").StartsWith("System.", StringComparison.Ordinal) => null,
        _ => First(value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0).Select(property => Untyped(property.GetValue(value), property.PropertyType))),
    };

    private static string? First(IEnumerable<string?> found) => found.FirstOrDefault(item => item is not null);

    /// <summary>A number without a declared type is read as the smallest type that holds it.</summary>
    private static bool StaysInJson(object value) => value is int || (value is long number && number != (int)number) || (value is double fraction && fraction != Math.Truncate(fraction));

    private static Type ItemOf(Type declared) => declared.IsGenericType ? declared.GetGenericArguments()[^1] : typeof(object);

    private static CliException Refused(NewTable table, string reason) => CliException.Failed(
        CliErrorCode.DataNotAsJson, $"What a new database holds in {table.Schema.Name} cannot be written as JSON and read again as it is.",
        "Squash by hand, and write the bootstrap data of this table in code: docs/squash.md. Nothing was changed.", ("reason", reason));
}
