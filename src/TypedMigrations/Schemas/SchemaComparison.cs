using System.Globalization;

namespace TypedMigrations.Schemas;

/// <summary>Finds the deviations of a real schema from a declared one: a pure function of both.</summary>
internal static class SchemaComparison
{
    public static IEnumerable<SchemaDeviation> Compare(Schema declared, RealSchema real)
    {
        var names = declared.Tables.Select(table => table.Name).Union(real.Tables.Select(table => table.Name), StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal);
        return names.SelectMany(name => Compare(
            declared.Tables.FirstOrDefault(table => string.Equals(table.Name, name, StringComparison.OrdinalIgnoreCase)), real.TryFind(name)));
    }

    private static IEnumerable<SchemaDeviation> Compare(TableSchema? declared, RealTable? real)
    {
        if (real is null)
            return [new SchemaDeviation(DeviationKind.MissingTable, declared!.Name, Name: null, $"table {declared.Name} is missing")];
        if (declared is not null)
            return [.. Spelling(declared, real), .. Values(real), .. Undeclared(declared.Record, real.Fields, real.AnyName, declared.Name), .. Indexes(declared, real)];
        return real.Kind != RealTableKind.Documents
            ? []
            : [new SchemaDeviation(DeviationKind.UndeclaredTable, real.Name, Name: null, $"table {real.Name}: {InDocuments(real.Documents)}") { Documents = real.Documents }];
    }

    private static IEnumerable<SchemaDeviation> Spelling(TableSchema declared, RealTable real)
    {
        if (real.Name != declared.Name)
            yield return new SchemaDeviation(DeviationKind.OtherSpelling, declared.Name, Name: null, $"table {declared.Name} is spelled {real.Name}");
    }

    private static IEnumerable<SchemaDeviation> Values(RealTable real) => real.Misfits.OrderBy(misfit => misfit.Field.Path, StringComparer.Ordinal).Select(misfit =>
    {
        var found = misfit.Found is null ? "missing or null, though required," : $"{misfit.Found} instead of {misfit.Field.Type}";
        return new SchemaDeviation(misfit.Found is null ? DeviationKind.MissingValue : DeviationKind.WrongType, misfit.Field.Declaration.Table.Name, misfit.Field.Path,
            $"{misfit.Field.Declaration}: {found} in {InDocuments(misfit.Documents)}, such as {string.Join(", ", misfit.Keys)}") { Documents = misfit.Documents, Keys = misfit.Keys };
    });

    /// <summary>What a document holds beside its declared fields, and how it spells them; deeper only where a record is declared.</summary>
    private static IEnumerable<SchemaDeviation> Undeclared(RecordShape record, IEnumerable<RealField> fields, RealField? anyName, string table)
    {
        foreach (var real in fields)
        {
            var declared = record.Fields.FirstOrDefault(field => string.Equals(field.Name, real.Name, StringComparison.OrdinalIgnoreCase));
            foreach (var deviation in declared is null ? NotDeclared(real, table) : Inside(declared, real, table))
                yield return deviation;
        }

        foreach (var deviation in anyName is { Found.Values: > 0 } ? NotDeclared(anyName, table) : [])
            yield return deviation;
    }

    private static IEnumerable<SchemaDeviation> NotDeclared(RealField real, string table)
    {
        var spelled = real.OtherSpellings.Count == 0 ? "" : $", also spelled {string.Join(", ", real.OtherSpellings)}";
        var many = real.IsAnyName ? ", under too many names to tell apart" : "";
        yield return new SchemaDeviation(DeviationKind.UndeclaredField, table, real.Path, $"{table}.{real.Path}: {RealSchemaText.TypeOf(real)} in {InDocuments(real.Found.Documents)}{spelled}{many}") { Documents = real.Found.Documents };
    }

    private static IEnumerable<SchemaDeviation> Inside(FieldSchema declared, RealField real, string table)
    {
        var spellings = real.OtherSpellings.Prepend(real.Name).Where(name => name != declared.Name).ToList();
        if (spellings.Count > 0 && real.Found.Values > 0)
            yield return new SchemaDeviation(DeviationKind.OtherSpelling, table, declared.Path, $"{table}.{declared.Path} is spelled {string.Join(", ", spellings)}");
        if (declared.Nested is not { } nested)
            yield break;

        // Where the value is of another shape than the declared one, the misfit says so, and nothing inside it is declared.
        var holder = HolderOf(declared.Type, real);
        foreach (var deviation in holder is null ? [] : Undeclared(nested, holder.Fields, holder.AnyName, table))
            yield return deviation;
    }

    /// <summary>What was found where the records of a field lie, through all lists and maps around them.</summary>
    private static RealField? HolderOf(FieldType type, RealField? real) => type.Kind switch
    {
        ValueKind.Map => HolderOf(type.Element!, real?.AnyName),
        ValueKind.List => HolderOf(type.Element!, real?.Elements),
        _ => real,
    };

    private static IEnumerable<SchemaDeviation> Indexes(TableSchema declared, RealTable real)
    {
        foreach (var wanted in real.DeclaredIndexes.Where(wanted => !real.Indexes.Any(wanted.IsSameAs)))
        {
            var same = real.Indexes.FirstOrDefault(index => index.Name == wanted.Name);
            yield return same is null
                ? new SchemaDeviation(DeviationKind.MissingIndex, declared.Name, wanted.Name, $"{declared.Name}: {wanted} is missing")
                : new SchemaDeviation(DeviationKind.OtherIndex, declared.Name, wanted.Name, $"{declared.Name}: {same} is there in place of {wanted}");
        }

        foreach (var index in real.Indexes.Where(index => real.DeclaredIndexes.All(wanted => wanted.Name != index.Name)))
            yield return new SchemaDeviation(DeviationKind.UndeclaredIndex, declared.Name, index.Name, $"{declared.Name}: {index}");
    }

    private static string InDocuments(long count) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? "document" : "documents")}");
}
