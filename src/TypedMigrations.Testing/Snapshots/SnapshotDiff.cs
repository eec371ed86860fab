using System.Text;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace TypedMigrations.Testing.Snapshots;

/// <summary>Writes what differs between a verified and a received schema, line by line, each change below the table that has it.</summary>
internal static class SnapshotDiff
{
    private const int LinesAround = 2;

    public static string Of(Mismatch mismatch)
    {
        var lines = InlineDiffBuilder.Diff(mismatch.Verified ?? "", mismatch.Received, ignoreWhiteSpace: false).Lines
            .Where(line => mismatch.Verified is not null || line.Type == ChangeType.Inserted).ToList();
        var shown = LinesToShow(lines);
        var text = new StringBuilder();
        for (var i = 0; i < lines.Count; i++)
        {
            if (shown.Contains(i))
                text.Append($"  {Sign(lines[i].Type)} {lines[i].Text}".TrimEnd()).Append('\n');
            else if (i == 0 || shown.Contains(i - 1))
                text.Append("    …\n");
        }

        return text.ToString();
    }

    private static HashSet<int> LinesToShow(List<DiffPiece> lines)
    {
        var shown = new HashSet<int>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Type == ChangeType.Unchanged)
                continue;

            shown.UnionWith(Enumerable.Range(i - LinesAround, (2 * LinesAround) + 1).Where(line => line >= 0 && line < lines.Count));
            shown.Add(TableOf(lines, i));
        }

        return shown;
    }

    /// <summary>The line that names the table of a line; the line itself where there is none.</summary>
    private static int TableOf(List<DiffPiece> lines, int line)
    {
        var table = lines.FindLastIndex(line, candidate => candidate.Text.StartsWith("table ", StringComparison.Ordinal));
        return table < 0 ? line : table;
    }

    private static char Sign(ChangeType type) => type switch
    {
        ChangeType.Inserted => '+',
        ChangeType.Deleted => '-',
        _ => ' ',
    };
}
