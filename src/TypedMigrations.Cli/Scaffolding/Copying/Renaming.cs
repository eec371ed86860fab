using TypedMigrations.Cli.Scaffolding.Reading;

namespace TypedMigrations.Cli.Scaffolding.Copying;

/// <summary>Gives the namespace of a migration another last segment, wherever a file names it. Texts in quotes stay: the database may hold them.</summary>
/// <param name="from">The namespace as it is.</param>
/// <param name="to">The new last segment.</param>
internal sealed class Renaming(string from, string to)
{
    private readonly string _segment = from[(from.LastIndexOf('.') + 1)..];
    private readonly string _above = from.Contains('.', StringComparison.Ordinal) ? from[..from.LastIndexOf('.')] : "";

    /// <summary>The places in a file that name it.</summary>
    /// <param name="file">The file.</param>
    /// <param name="evenAlone">Whether the segment alone means this migration, or only with a part of its namespace before it: another module may have one of the same name.</param>
    public IEnumerable<(int Start, int End, string Text)> In(SourceFile file, bool evenAlone = true)
    {
        var text = file.Source.Text;
        foreach (var token in file.Tokens.Where(token => token.Kind is TokenKind.Word or TokenKind.Comment))
        {
            for (var at = text.IndexOf(_segment, token.Start, token.End - token.Start, StringComparison.Ordinal); at >= 0; at = text.IndexOf(_segment, at + 1, Math.Max(0, token.End - at - 1), StringComparison.Ordinal))
            {
                if (IsWhole(text, at) && IsMeant(text, at, evenAlone))
                    yield return (at, at + _segment.Length, to);
            }
        }
    }

    private bool IsWhole(string text, int at) =>
        (at == 0 || !Lexer.IsWordPart(text[at - 1])) && (at + _segment.Length == text.Length || !Lexer.IsWordPart(text[at + _segment.Length]));

    /// <summary>Whether what stands before it with dots is the namespace above, or the end of that.</summary>
    private bool IsMeant(string text, int at, bool evenAlone)
    {
        var start = at;
        while (start > 1 && text[start - 1] == '.' && Lexer.IsWordPart(text[start - 2]))
        {
            start--;
            while (start > 0 && Lexer.IsWordPart(text[start - 1]))
                start--;
        }

        return start == at ? evenAlone : ("." + _above).EndsWith("." + text[start..(at - 1)], StringComparison.Ordinal);
    }
}
