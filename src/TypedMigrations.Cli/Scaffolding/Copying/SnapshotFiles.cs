using TypedMigrations.Cli.Scaffolding.Reading;

namespace TypedMigrations.Cli.Scaffolding.Copying;

/// <summary>The verified files that the testing kit compares a migration with, so that the tests of a new one pass at once.</summary>
/// <remarks>Their form is the kit's: UTF-8 with a byte order mark, LF, no line ending at the end.</remarks>
internal static class SnapshotFiles
{
    public const string Schema = "Schema.verified.txt";
    public const string Plan = "Plan.verified.txt";

    private const string Latest = "Latest";
    private const string NothingToDo = "nothing to do";
    private const string Gap = "\n\n";

    /// <summary>The files of a migration that copies the one before it, and adds tables.</summary>
    /// <param name="before">The migration before; null for the first. Where its tests keep no such file, none is written.</param>
    /// <param name="folder">The folder of the new migration.</param>
    /// <param name="tables">What it adds.</param>
    public static IEnumerable<SourceText> Of(MigrationSources? before, string folder, IReadOnlyList<TableSkeleton> tables)
    {
        var schema = before is null ? "" : TryRead(before.Folder, Schema);
        if (schema is not null)
            yield return File(folder, Schema, WithTables(schema, tables));
        if (before is null || TryRead(before.Folder, Plan) is not null)
            yield return File(folder, Plan, tables.Count == 0 ? NothingToDo : string.Join('\n', tables.OrderBy(table => table.Table, StringComparer.Ordinal).Select(table => table.Plan)));

        var latest = Path.Combine(Path.GetDirectoryName(folder)!, Latest);
        if (schema is not null && (before is null || (tables.Count > 0 && System.IO.File.Exists(Path.Combine(latest, Schema)))))
            yield return File(latest, Schema, WithTables(schema, tables));
    }

    private static string? TryRead(string? folder, string file) => folder is not null && Path.Combine(folder, file) is var path && System.IO.File.Exists(path)
        ? SourceText.Read(path).Text.ReplaceLineEndings("\n")
        : null;

    private static string WithTables(string schema, IReadOnlyList<TableSkeleton> tables) =>
        string.Join(Gap, schema.Split(Gap, StringSplitOptions.RemoveEmptyEntries).Concat(tables.Select(table => table.Schema)).OrderBy(table => table.Split('\n')[0], StringComparer.Ordinal));

    private static SourceText File(string folder, string name, string text) => new(Path.Combine(folder, name), text, HasMark: true);
}
