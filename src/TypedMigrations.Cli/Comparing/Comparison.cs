using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using TypedMigrations.Cli.Answers;
using TypedMigrations.Schemas;

namespace TypedMigrations.Cli.Comparing;

/// <summary>Compares two sides: their schemas, and on request their documents.</summary>
internal static class Comparison
{
    /// <exception cref="CliException">TM6011: documents are to be compared, and a migration has none.</exception>
    public static async Task<DiffAnswer> BetweenAsync(Side left, Side right, bool withData, CancellationToken cancellation)
    {
        var (lines, deviations) = await SchemasAsync(left, right, cancellation).ConfigureAwait(false);
        var tables = withData ? await DataAsync(left, right, cancellation).ConfigureAwait(false) : null;
        return new DiffAnswer(left.Name, right.Name, lines.Count == 0 && deviations.Count == 0 && tables is not { Count: > 0 }, lines, deviations, tables);
    }

    private static async Task<(IReadOnlyList<LineAnswer> Lines, IReadOnlyList<DeviationAnswer> Deviations)> SchemasAsync(Side left, Side right, CancellationToken cancellation) => (left, right) switch
    {
        (Side.OfMigration one, Side.OfMigration other) => (Lines(one.Migration.Definition.After.ToString(), other.Migration.Definition.After.ToString()), []),
        (Side.OfMigration migration, Side.OfDatabase database) => ([], await DeviationsAsync(migration, database, cancellation).ConfigureAwait(false)),
        (Side.OfDatabase database, Side.OfMigration migration) => ([], await DeviationsAsync(migration, database, cancellation).ConfigureAwait(false)),
        (Side.OfDatabase one, Side.OfDatabase other) => (Lines(await TextAsync(one, cancellation).ConfigureAwait(false), await TextAsync(other, cancellation).ConfigureAwait(false)), []),
        _ => throw new InvalidOperationException($"{left} and {right} are compared in no way."),
    };

    /// <summary>The constants of a migration speak of its own module's tables only: those of others are no difference.</summary>
    private static async Task<IReadOnlyList<DeviationAnswer>> DeviationsAsync(Side.OfMigration migration, Side.OfDatabase database, CancellationToken cancellation)
    {
        var declared = migration.Migration.Definition.After;
        var real = await new DatabaseMaintenance(database.Store).ReadSchemaAsync(declared, cancellation).ConfigureAwait(false);
        return [.. SchemaDifference.Between(declared, real).Deviations.Where(deviation => deviation.Kind != DeviationKind.UndeclaredTable).Select(DeviationAnswer.Of)];
    }

    private static async Task<string> TextAsync(Side.OfDatabase database, CancellationToken cancellation) =>
        RealSchemaText.Of(await new DatabaseMaintenance(database.Store).ReadSchemaAsync(Schema.Empty, cancellation).ConfigureAwait(false));

    private static async Task<IReadOnlyList<TableDiffAnswer>> DataAsync(Side left, Side right, CancellationToken cancellation)
    {
        if (left is not Side.OfDatabase one || right is not Side.OfDatabase other)
            throw CliException.Usage(CliErrorCode.NotComparable, "A migration has no documents to compare.", "Leave --data out, or name two of databases and dumps.");
        var comparison = await new DatabaseMaintenance(one.Store).CompareAsync(other.Store, cancellation: cancellation).ConfigureAwait(false);
        return [.. comparison.Tables.Where(table => !table.IsEqual).Select(TableDiffAnswer.Of)];
    }

    /// <summary>The lines that differ, each group below the line of its table.</summary>
    private static List<LineAnswer> Lines(string left, string right)
    {
        var lines = new List<LineAnswer>();
        string? table = null;
        foreach (var line in InlineDiffBuilder.Diff(left, right).Lines)
        {
            if (line.Type == ChangeType.Unchanged)
            {
                table = line.Text.StartsWith("table ", StringComparison.Ordinal) ? line.Text : table;
                continue;
            }

            if (table is not null && !line.Text.StartsWith("table ", StringComparison.Ordinal))
                lines.Add(new LineAnswer(" ", table));
            table = null;
            if (line.Text.Length > 0)
                lines.Add(new LineAnswer(line.Type == ChangeType.Deleted ? "-" : "+", line.Text));
        }

        return lines;
    }
}
