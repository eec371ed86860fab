using System.Text;
using LiteDB;
using TypedMigrations.LiteDb.Documents;
using TypedMigrations.Schemas;

namespace TypedMigrations.LiteDb.Opening;

/// <summary>What LiteDB refuses in a schema: found before any data is touched.</summary>
internal static class SchemaRules
{
    private const int LongestIndexName = 32;
    private const int NamesInHeader = 8_000;

    public static IEnumerable<Problem> Check(Schema schema) => schema.Tables.SelectMany(Check).Concat(CheckHeader(schema));

    private static IEnumerable<Problem> Check(TableSchema table)
    {
        if (!IsWord(table.Name) || char.IsAsciiDigit(table.Name[0]) || table.Name[0] == '$')
            yield return Name($"LiteDB refuses the table name {table.Name}.", "Use letters, digits, _ and $, and begin with a letter or _.");
        else if (table.Name[0] == '_')
            yield return Name($"The table name {table.Name} is reserved.", "Begin with a letter: LiteDB's file storage and this library's journal begin with _.");

        foreach (var index in table.Indexes)
        {
            if (!IsWord(index.Name) || index.Name[0] == '$' || index.Name.Length > LongestIndexName)
                yield return Name($"LiteDB refuses the index name {index.Name} of table {table.Name}.", $"Use at most {LongestIndexName} letters, digits, _ and $, not beginning with $.");
        }

        foreach (var index in table.Indexes.Where(index => index.IsExpression))
        {
            if (WhyRefused(index) is { } reason)
                yield return new Problem(ErrorCode.IndexNotKeepable, $"LiteDB cannot keep the {index} of table {table.Name}.", "Correct the expression; LiteDB's documentation has its language.", ("reason", reason));
        }

        foreach (var field in table.AllFields)
        {
            if (!field.IsKey && (field.Name.Length == 0 || field.Name == "_id" && field.ContainerPath.Length == 0 || field.Name.Contains('\0', StringComparison.Ordinal)))
                yield return Name($"LiteDB refuses the field name '{field.Name}' of table {table.Name}.", "Use a name that is not empty; _id is the key's: declare it with Table.Key.");
            if (field.Name.AsSpan().IndexOfAny(".[]{}") >= 0)
                yield return Name($"The field name '{field.Name}' of table {table.Name} has a dot, a bracket or a brace.", "Use a name without . [ ] { and }: they part the names on the way to a nested field.");
            if (ValueCodec.WhyRefused(field.Type) is { } reason)
                yield return new Problem(ErrorCode.TypeRefused, $"Field {field.Declaration} has a type that LiteDB cannot hold.", "Declare a type that LiteDB stores whole.", ("reason", reason));
        }
    }

    private static string? WhyRefused(IndexSchema index)
    {
        try
        {
            var expression = BsonExpression.Create(index.On);
            if (!expression.Fields.Any())
                return "it names no field of the document";
            return index.Kind != IndexKind.Plain && !expression.IsScalar ? "it gives several values for a document, which LiteDB cannot keep unique" : null;
        }
        catch (LiteException exception)
        {
            return exception.Message;
        }
    }

    private static IEnumerable<Problem> CheckHeader(Schema schema)
    {
        // All collection names share one page of the file: a name takes its bytes, a length and a page number.
        var bytes = schema.Tables.Sum(table => Encoding.UTF8.GetByteCount(table.Name) + 7);
        if (bytes > NamesInHeader)
            yield return Name($"The {schema.Tables.Count} table names are too long together: {bytes:N0} bytes, of which LiteDB has about {NamesInHeader:N0}.", "Use fewer or shorter names.");
    }

    private static bool IsWord(string name) => name.Length > 0 && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '$');

    private static Problem Name(string what, string nextStep) => new(ErrorCode.NameRefused, what, nextStep);
}
