using System.Text;
using TypedMigrations.Cli.Scaffolding.Reading;

namespace TypedMigrations.Cli.Scaffolding.Copying;

/// <summary>Changes to the text of a file, all told by where they are in the text as it was.</summary>
internal sealed class Edits(SourceFile file)
{
    private readonly List<(int Start, int End, string Text)> _edits = [];

    private string Old => file.Source.Text;

    public void Replace(int start, int end, string text) => _edits.Add((start, end, text));

    public void AddRange(IEnumerable<(int Start, int End, string Text)> edits) => _edits.AddRange(edits);

    /// <summary>Takes whole lines out, and the empty lines that would be left over.</summary>
    public void RemoveLines(int start, int end)
    {
        var from = Old.LastIndexOf('\n', Math.Max(0, start - 1)) + 1;
        if (start == 0 || !Old.AsSpan(from, start - from).IsWhiteSpace())
            from = start;
        var to = AfterLine(end) ?? end;
        if (from == 0 || IsOpen(from))
        {
            while (AfterLine(to) is { } next && next > to)
                to = next;
        }

        Replace(from, to, "");
    }

    /// <summary>The text with all changes. One that lies within another is part of it.</summary>
    public string Apply()
    {
        var text = new StringBuilder();
        var at = 0;
        foreach (var edit in _edits.OrderBy(edit => edit.Start).ThenByDescending(edit => edit.End))
        {
            if (edit.Start < at)
                continue;
            text.Append(Old, at, edit.Start - at).Append(edit.Text);
            at = edit.End;
        }

        return text.Append(Old, at, Old.Length - at).ToString();
    }

    /// <summary>Whether what comes before a place is an empty line or a brace that opens: there no empty line may follow.</summary>
    private bool IsOpen(int at)
    {
        var before = Old.AsSpan(0, at).TrimEnd(" \t");
        if (before.Length == 0 || before[^1] != '\n')
            return false;
        var line = before.TrimEnd("\r\n \t");
        return before[line.Length..].Count('\n') > 1 || (line.Length > 0 && line[^1] == '{');
    }

    /// <summary>Where the next line begins, if nothing but blanks stands in the rest of this one.</summary>
    private int? AfterLine(int at)
    {
        while (at < Old.Length && Old[at] is (' ' or '\t' or '\r'))
            at++;
        return at == Old.Length ? at : Old[at] == '\n' ? at + 1 : null;
    }
}
