using System.Text.RegularExpressions;
using TypedMigrations.Discovering;

namespace TypedMigrations.Planning;

/// <summary>Says a problem of the accounting as the author of a <c>Down</c> reads it: there <c>Old</c> and new are changed.</summary>
internal static partial class DownWords
{
    // The constants of the migration before are frozen.
    private const string DeclareOtherwise = " or declare it with Table.Optional.";
    private const string NameOld = "Name a constant of the migration before: Old.…";
    private const string NameNew = "Name a constant of this migration, without Old.";

    public static Problem Of(Problem problem, MigrationDefinition down)
    {
        var constants = new[] { down.Before, down.After }.SelectMany(schema => schema.Tables)
            .SelectMany(table => table.AllFields.Select(field => field.Constant).Append(table.Constant)).ToHashSet(StringComparer.Ordinal);
        return new Problem(problem.Code, What(problem.What, constants), NextStep(problem.NextStep, constants), problem.Facts);
    }

    private static string What(string text, HashSet<string> constants)
    {
        var begun = text.StartsWith("Migration ", StringComparison.Ordinal) ? "Down of migration " + text["Migration ".Length..] : text;
        return Swap(Swap(begun, "which the migration before does not declare", "which this migration does not declare"), constants);
    }

    private static string NextStep(string text, HashSet<string> constants) => text switch
    {
        NameOld => NameNew,
        NameNew => NameOld,
        _ => Swap(text.Replace(DeclareOtherwise, "", StringComparison.Ordinal).Replace("Add to Up:", "Add to Down:", StringComparison.Ordinal).Replace("up.", "down.", StringComparison.Ordinal), constants),
    };

    private static string Swap(string text, string one, string other) =>
        text.Contains(one, StringComparison.Ordinal) ? text.Replace(one, other, StringComparison.Ordinal) : text.Replace(other, one, StringComparison.Ordinal);

    private static string Swap(string text, HashSet<string> constants) => Constant().Replace(text, match =>
        !constants.Contains(match.Groups["constant"].Value) ? match.Value
        : match.Groups["old"].Success ? match.Groups["constant"].Value
        : "Old." + match.Value);

    [GeneratedRegex(@"\b(?<old>Old\.)?(?<constant>\w+\.\w+)\b")]
    private static partial Regex Constant();
}
