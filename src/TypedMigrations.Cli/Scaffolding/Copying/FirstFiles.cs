using TypedMigrations.Cli.Scaffolding.Reading;

namespace TypedMigrations.Cli.Scaffolding.Copying;

/// <summary>The constants and the records of a migration that has none to copy.</summary>
internal static class FirstFiles
{
    /// <param name="space">The namespace of the migration.</param>
    /// <param name="tables">Its tables; where there are none the constants show how one is written.</param>
    /// <param name="like">A file whose line endings are those of the project.</param>
    public static IReadOnlyList<CopiedFile> Of(string space, IReadOnlyList<TableSkeleton> tables, SourceText like)
    {
        var constants = Write(like, ["using TypedMigrations;", "", $"namespace {space};", .. tables.Count > 0 ? Types(tables.Select(table => table.ConstantsLines())) : Example()]);
        return tables.Count == 0
            ? [new CopiedFile("Constants.cs", constants)]
            : [new CopiedFile("Constants.cs", constants), new CopiedFile("Models.cs", Write(like, [$"namespace {space};", .. Types(tables.Select(table => table.RecordLines()))]))];
    }

    private static IEnumerable<string> Types(IEnumerable<IReadOnlyList<string>> declarations) => declarations.SelectMany(lines => lines.Prepend(""));

    private static IEnumerable<string> Example()
    {
        var example = new TableSkeleton("customers");
        return ["", "// What the tables look like after this migration, each with its record:", "//", .. example.ConstantsLines().Select(line => "//     " + line), "//", .. example.RecordLines().Select(line => "//     " + line)];
    }

    private static SourceText Write(SourceText like, IEnumerable<string> lines) => like with { Text = (string.Join('\n', lines) + "\n").ReplaceLineEndings(like.LineEnding), HasMark = false };
}
