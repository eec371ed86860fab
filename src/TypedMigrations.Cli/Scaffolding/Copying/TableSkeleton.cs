using TypedMigrations.Cli.Scaffolding.Reading;

namespace TypedMigrations.Cli.Scaffolding.Copying;

/// <summary>The constants and the record of a new table with a key and a name.</summary>
/// <param name="Table">The name of the table in the database.</param>
internal sealed record TableSkeleton(string Table)
{
    /// <summary>The record: one of what the table holds.</summary>
    public string Record { get; } = Identifiers.Singular(Table);

    public string Constants => Record + "Table";

    /// <summary>The table in the text of a schema's snapshot.</summary>
    public string Schema => $"table {Table}\n  key string\n  field name string";

    /// <summary>What makes it, in the text of a plan's snapshot.</summary>
    public string Plan => $"create table {Table}  (from the constants)";

    /// <exception cref="CliException">TM6022: no table can have the name, or no class.</exception>
    public static TableSkeleton Of(string table)
    {
        if (table.Length == 0 || char.IsDigit(table[0]) || table[0] == '$' || !table.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '$') || !Identifiers.IsPascal(Identifiers.Singular(table)))
        {
            throw CliException.Usage(CliErrorCode.TableNotUsable, $"'{table}' is no name for a table.",
                "Write letters, digits and underscores, beginning with a letter, such as --table order_lines", ("given", table));
        }

        return new TableSkeleton(table);
    }

    public IReadOnlyList<string> ConstantsLines()
    {
        var letter = char.ToLowerInvariant(Record[0]);
        return
        [
            $"public static class {Constants}",
            "{",
            $"    public static readonly Table<{Record}> Table = new(\"{Table}\");",
            $"    public static readonly Field<{Record}, string> Id = Table.Key({letter} => {letter}.Id);",
            $"    public static readonly Field<{Record}, string> Name = Table.Required(\"name\", {letter} => {letter}.Name);",
            "}",
        ];
    }

    public IReadOnlyList<string> RecordLines() => [$"public sealed record {Record}(string Id, string Name);"];
}
