using TypedMigrations.Schemas;

namespace TypedMigrations.Testing.Generating;

/// <summary>What must differ among the documents of a table: the values of its unique indexes.</summary>
internal sealed class UniqueValues
{
    private readonly IReadOnlyList<Func<object, string?>> _values;

    public UniqueValues(TableSchema table) => _values = [.. table.Indexes.Where(index => index.Kind != IndexKind.Plain).Select(index => ValueOf(table, index))];

    /// <summary>The documents that are known so far, by their values.</summary>
    public IReadOnlyList<HashSet<string>> NoneYet() => [.. _values.Select(_ => new HashSet<string>(StringComparer.Ordinal))];

    /// <summary>Adds a document, unless it has a value that another one has.</summary>
    public bool TryAdd(IReadOnlyList<HashSet<string>> taken, object record)
    {
        var values = _values.Select(value => value(record)).ToList();
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] is { } value && taken[i].Contains(value))
                return false;
        }

        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] is { } value)
                taken[i].Add(value);
        }

        return true;
    }

    /// <summary>Gives a record's value in an index; null where it does not count.</summary>
    private static Func<object, string?> ValueOf(TableSchema table, IndexSchema index)
    {
        if (index.IsExpression)
            return OfNamedFields(table, index.On);

        var way = WayTo(table.TryFind(index.On)!.Declaration);
        return index.Kind == IndexKind.Unique ? record => SameValue.Of(Read(record, way)) : record => Read(record, way) is var value and not (null or "") ? SameValue.Of(value) : null;
    }

    /// <summary>Only the store knows what an expression makes of the fields that it names: they must differ together. Where it names none, one document is all.</summary>
    private static Func<object, string?> OfNamedFields(TableSchema table, string expression)
    {
        var ways = table.AllFields.Where(field => !FieldPath.HasElements(field.Path) && IsNamed(field.Path, expression)).Select(field => WayTo(field.Declaration)).ToList();
        return record => string.Join(';', ways.Select(way => SameValue.Of(Read(record, way))));
    }

    private static bool IsNamed(string path, string expression)
    {
        for (var at = expression.IndexOf(path, StringComparison.OrdinalIgnoreCase); at >= 0; at = expression.IndexOf(path, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (!IsWord(expression, at - 1) && !IsWord(expression, at + path.Length))
                return true;
        }

        return false;
    }

    private static bool IsWord(string text, int at) => at >= 0 && at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] == '_');

    private static IReadOnlyList<Field> WayTo(Field field) => field.Parent is { } parent ? [.. WayTo(parent), field] : [field];

    private static object? Read(object record, IReadOnlyList<Field> way)
    {
        object? value = record;
        foreach (var field in way)
            value = value is null ? null : field.Property!.GetValue(value);
        return value;
    }
}
