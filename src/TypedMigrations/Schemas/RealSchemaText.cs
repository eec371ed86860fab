using System.Globalization;
using System.Text;
using System.Text.Json;

namespace TypedMigrations.Schemas;

/// <summary>Writes a real schema in the layout of <see cref="SchemaText"/>.</summary>
internal sealed class RealSchemaText(bool withCounts)
{
    public string Of(RealSchema schema) => string.Join("\n\n", schema.Tables.Select(Of));

    /// <summary>A name as it is, or quoted where a line or a way would be misread.</summary>
    public static string Name(string name)
    {
        var isOdd = name.Length == 0 || name.AsSpan().ContainsAny(".[]{}\"\\") || name.Any(char.IsControl) || char.IsWhiteSpace(name[0]) || char.IsWhiteSpace(name[^1]);
        return !isOdd ? name : $"[{JsonSerializer.Serialize(name, Quoting)}]";
    }

    /// <summary>The types of a field in the declared words: <c>list of (int or string)</c>.</summary>
    public static string TypeOf(RealField real) => real.Types.Count == 0
        ? real.Found.Values == 0 ? "nothing" : "null"
        : string.Join(" or ", real.Types.Select(type => type.Name switch
        {
            RealType.List => "list of " + Inner(real.Elements),
            RealType.Record when real.IsMap => "map of " + Inner(real.AnyName),
            _ => type.Name,
        }));

    private static string Name(RealField real) => real.IsAnyName ? RealField.AnyNameName : Name(real.Name);

    private static readonly JsonSerializerOptions Quoting = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string Inner(RealField? real) => real switch
    {
        null => "nothing",
        { Types.Count: > 1 } => $"({TypeOf(real)})",
        _ => TypeOf(real),
    };

    private string Of(RealTable table)
    {
        var text = new StringBuilder("table ").Append(Name(table.Name)).Append(table.Kind switch
        {
            RealTableKind.FileStorage => " (file storage)",
            RealTableKind.Journal => " (journal)",
            _ => "",
        });
        AppendCounts(text, table.Documents == 1 ? "1 document" : string.Create(CultureInfo.InvariantCulture, $"{table.Documents} documents"));
        foreach (var key in table.Fields.Where(real => real.Name == Field.KeyName))
            Append(text, "key", key, indent: 2, table);
        foreach (var real in table.Fields.Where(real => real.Name != Field.KeyName).Append(table.AnyName).OfType<RealField>())
            Append(text, "field " + Name(real), real, indent: 2, table);
        foreach (var index in table.Indexes.Where(index => index.LookupOf is null))
            text.Append("\n  ").Append(index);
        return text.ToString();
    }

    private void Append(StringBuilder text, string head, RealField real, int indent, RealTable table)
    {
        text.Append('\n').Append(' ', indent).Append(head).Append(' ').Append(TypeOf(real));
        if (real.IsOptional)
            text.Append(" optional");
        AppendCounts(text, CountsOf(real, table));

        // A record and records in a list, both in one field, have fields of their own each: then the way is told.
        var groups = Groups(real, "").ToList();
        foreach (var (way, fields) in groups)
        {
            foreach (var inside in fields)
                Append(text, $"field {(groups.Count > 1 && way.Length > 0 ? way + "." : "")}{Name(inside)}", inside, indent + 2, table);
        }
    }

    private static IEnumerable<(string Way, IReadOnlyList<RealField> Fields)> Groups(RealField real, string way)
    {
        if (real.Fields.Count > 0)
            yield return (way, [.. real.Fields.Append(real.AnyName).OfType<RealField>()]);
        foreach (var inside in real.IsMap ? [real.AnyName, real.Elements] : (RealField?[])[real.Elements])
        {
            foreach (var group in inside is null ? [] : Groups(inside, way + inside.Name))
                yield return group;
        }
    }

    private void AppendCounts(StringBuilder text, string counts)
    {
        if (withCounts)
            text.Append("  # ").Append(counts);
    }

    private static string CountsOf(RealField real, RealTable table)
    {
        var spelled = real.OtherSpellings.Count == 0 ? "" : $"; spelled {string.Join(", ", real.OtherSpellings.Prepend(real.Name).Select(Name))}";
        return string.Create(CultureInfo.InvariantCulture, $"{real.Found.Documents} of {table.Documents}: {CountsOf(real)}{spelled}");
    }

    private static string CountsOf(RealField real)
    {
        var counts = real.Types.Select(type => $"{type.Name} {type.Count}" + type.Name switch
        {
            RealType.List when real.Elements is { Found.Values: > 0 } elements => $" [{CountsOf(elements)}]",
            RealType.Record when real is { IsMap: true, AnyName: { Found.Values: > 0 } entries } => $" {{{CountsOf(entries)}}}",
            _ => "",
        }).ToList();
        if (real.Nulls.Values > 0)
            counts.Add($"null {real.Nulls}");
        if (real.Missing > 0)
            counts.Add(string.Create(CultureInfo.InvariantCulture, $"missing {real.Missing}"));
        return string.Join(", ", counts);
    }
}
