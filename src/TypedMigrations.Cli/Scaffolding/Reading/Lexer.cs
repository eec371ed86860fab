namespace TypedMigrations.Cli.Scaffolding.Reading;

/// <summary>Cuts C# source into tokens, so that names are told from what only looks like one in a text or a comment.</summary>
/// <remarks>It fails on nothing: sources may be half merged.</remarks>
internal sealed class Lexer
{
    private readonly string _text;
    private readonly List<Token> _tokens = [];
    private int _at;

    private Lexer(string text) => _text = text;

    public static IReadOnlyList<Token> Read(string text)
    {
        var lexer = new Lexer(text);
        while (lexer._at < text.Length)
            lexer.ReadNext();
        return lexer._tokens;
    }

    public static bool IsWordStart(char letter) => char.IsLetter(letter) || letter == '_';

    public static bool IsWordPart(char letter) => char.IsLetterOrDigit(letter) || letter == '_';

    private void ReadNext()
    {
        var letter = Peek();
        if (char.IsWhiteSpace(letter) || letter == '\uFEFF')
            _at++;
        else if (Looking("//") || (letter == '#' && IsFirstOfLine()))
            Add(TokenKind.Comment, EndOfLine());
        else if (Looking("/*"))
            Add(TokenKind.Comment, After("*/"));
        else if (IsWordStart(letter) || (letter == '@' && IsWordStart(Peek(1))))
            Add(TokenKind.Word, EndOfWord(_at + 1));
        else if (char.IsDigit(letter))
            Add(TokenKind.Number, EndOfWord(_at));
        else if (letter == '\'')
            Add(TokenKind.Text, EndOfCharacter());
        else if (letter is '"' or '$' or '@' && LiteralStart.TryRead(_text, _at) is { } start)
            ReadLiteral(start);
        else
            Add(TokenKind.Sign, _at + 1);
    }

    /// <summary>A text in quotes. What stands in the holes of an interpolated one is code again.</summary>
    private void ReadLiteral(LiteralStart start)
    {
        var piece = _at;
        _at = start.End;
        while (_at < _text.Length)
        {
            if (start.EndsAt(_text, _at) is { } end)
            {
                _at = end;
                break;
            }

            if (start.OpensHoleAt(_text, _at))
            {
                _at += start.Dollars;
                _tokens.Add(new Token(TokenKind.Text, piece, _at));
                ReadHole();
                piece = _at;
            }
            else
            {
                _at += start.LengthOfLetterAt(_text, _at);
            }
        }

        _at = Math.Min(_at, _text.Length);
        _tokens.Add(new Token(TokenKind.Text, piece, _at));
    }

    /// <summary>Up to the brace that closes the hole, which belongs to the text again.</summary>
    private void ReadHole()
    {
        for (var depth = 0; _at < _text.Length; ReadNext())
        {
            if (Peek() == '}' && depth-- == 0)
                return;
            if (Peek() == '{')
                depth++;
        }
    }

    private void Add(TokenKind kind, int end)
    {
        _tokens.Add(new Token(kind, _at, end));
        _at = end;
    }

    private char Peek(int ahead = 0) => _at + ahead < _text.Length ? _text[_at + ahead] : '\0';

    private bool Looking(string at) => string.CompareOrdinal(_text, _at, at, 0, at.Length) == 0;

    private bool IsFirstOfLine()
    {
        for (var before = _at - 1; before >= 0 && _text[before] != '\n'; before--)
        {
            if (!char.IsWhiteSpace(_text[before]))
                return false;
        }

        return true;
    }

    private int EndOfLine() => _text.AsSpan(_at).IndexOfAny('\r', '\n') is >= 0 and var length ? _at + length : _text.Length;

    private int After(string end) => _text.IndexOf(end, _at + 2, StringComparison.Ordinal) is >= 0 and var found ? found + end.Length : _text.Length;

    private int EndOfWord(int from)
    {
        while (from < _text.Length && IsWordPart(_text[from]))
            from++;
        return from;
    }

    private int EndOfCharacter()
    {
        var line = EndOfLine();
        for (var at = _at + 1; at < line; at++)
        {
            if (_text[at] == '\\')
                at++;
            else if (_text[at] == '\'')
                return at + 1;
        }

        return Math.Max(_at + 1, line);
    }
}
