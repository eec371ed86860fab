namespace TypedMigrations.Cli.Scaffolding.Reading;

/// <summary>Reads the declarations of a C# file: using directives, namespaces and types.</summary>
internal sealed class Parser
{
    private readonly SourceText _source;
    private readonly IReadOnlyList<Token> _all;
    private readonly List<Token> _tokens;
    private readonly List<UsingDirective> _usings = [];
    private readonly List<NamespaceBlock> _spaces = [];
    private readonly List<SourceType> _types = [];
    private int _at;

    private Parser(SourceText source)
    {
        _source = source;
        _all = Lexer.Read(source.Text);
        _tokens = [.. _all.Where(token => token.Kind != TokenKind.Comment)];
    }

    public static SourceFile Read(SourceText source)
    {
        var parser = new Parser(source);
        // A half merged file may have a brace too many.
        for (; parser._at < parser._tokens.Count; parser._at++)
            parser.ReadMembers("");
        return new SourceFile(source, parser._all, parser._usings, parser._spaces, parser._types);
    }

    /// <summary>What a namespace or the file holds, up to the brace that closes it.</summary>
    private void ReadMembers(string space)
    {
        while (_at < _tokens.Count && !Is("}"))
        {
            if (Is("using") || (Is("global") && Is("using", 1)))
                ReadUsing();
            else if (Is("namespace"))
                ReadNamespace(space);
            else
                ReadMember(space);
        }
    }

    private void ReadUsing()
    {
        var start = _tokens[_at].Start;
        while (Is("global") || Is("using") || Is("static") || Is("unsafe"))
            _at++;
        string? alias = null;
        if (_at + 1 < _tokens.Count && Is("=", 1))
        {
            alias = Text(_at);
            _at += 2;
        }

        var (from, first) = (_at, _at < _tokens.Count ? _tokens[_at].Start : _source.Text.Length);
        while (_at < _tokens.Count && !Is(";"))
            _at++;
        var last = _at > from ? _tokens[_at - 1].End : first;
        _usings.Add(new UsingDirective(alias, string.Concat(_tokens[from.._at].Select(Text)), first, last, start, Next()));
    }

    private void ReadNamespace(string outer)
    {
        var start = _tokens[_at++].Start;
        var from = _at;
        while (_at < _tokens.Count && !Is("{") && !Is(";"))
            _at++;
        var name = string.Concat(_tokens[from.._at].Select(Text));
        var full = outer.Length == 0 ? name : $"{outer}.{name}";
        var (isBlock, slot) = (Is("{"), _spaces.Count);
        var body = Next();
        _spaces.Add(new NamespaceBlock(full, isBlock, start, body, _source.Text.Length, _source.Text.Length));
        ReadMembers(full);
        if (isBlock && _at < _tokens.Count)
            _spaces[slot] = new NamespaceBlock(full, isBlock, start, body, _tokens[_at].Start, Next());
        else if (Is("}"))
            _at++;
    }

    /// <summary>A type, or else a statement, which does not matter.</summary>
    private void ReadMember(string space)
    {
        var first = _at;
        var attributes = ReadAttributes();
        var declared = _at;
        while (_at < _tokens.Count && _tokens[_at].Kind == TokenKind.Word && !IsTypeKeyword())
            _at++;
        if (_at >= _tokens.Count || !IsTypeKeyword())
        {
            SkipMember();
            return;
        }

        var modifiers = _tokens[declared.._at].Select(Text).ToList();
        while (IsTypeKeyword())
            _at++;
        var name = _at < _tokens.Count ? Text(_at) : "";
        var bases = ReadBases();
        SkipMember();
        var words = _tokens[first.._at].Where(token => token.Kind == TokenKind.Word).Select(Text).ToHashSet(StringComparer.Ordinal);
        _types.Add(new SourceType(name, space, modifiers, bases, words, attributes, StartOf(first), _tokens[_at - 1].End));
    }

    private List<string> ReadAttributes()
    {
        var lists = new List<string>();
        while (Is("["))
        {
            var start = _tokens[_at].Start;
            SkipPair();
            lists.Add(_source.Text[start.._tokens[_at - 1].End]);
        }

        return lists;
    }

    /// <summary>The names after the colon, if there is one before the body.</summary>
    private List<string> ReadBases()
    {
        var bases = new List<string>();
        var isBase = false;
        for (; _at < _tokens.Count && !Is("{") && !Is(";") && !Is("where"); _at++)
        {
            if (Is("(") || Is("[") || Is("<"))
            {
                SkipPair();
                _at--;
            }
            else if (Is(":"))
            {
                isBase = true;
            }
            else if (isBase && _tokens[_at].Kind == TokenKind.Word && !Is(".", 1))
            {
                bases.Add(Text(_at));
            }
        }

        return bases;
    }

    /// <summary>Up to the end of a declaration or a statement.</summary>
    private void SkipMember()
    {
        while (_at < _tokens.Count && !Is(";") && !Is("{") && !Is("}"))
        {
            if (Is("(") || Is("["))
                SkipPair();
            else
                _at++;
        }

        if (Is("{"))
            SkipPair();
        else if (!Is("}"))
            _at++;
        if (Is(";"))
            _at++;
        _at = Math.Min(_at, _tokens.Count);
    }

    /// <summary>From an opening sign to after the one that closes it.</summary>
    private void SkipPair()
    {
        var (open, close) = Text(_at) switch { "(" => ("(", ")"), "[" => ("[", "]"), "<" => ("<", ">"), _ => ("{", "}") };
        for (var depth = 0; _at < _tokens.Count;)
        {
            depth += Is(open) ? 1 : Is(close) ? -1 : 0;
            _at++;
            if (depth == 0)
                return;
        }
    }

    /// <summary>Where a declaration begins: at the comments right before it, with no empty line between.</summary>
    private int StartOf(int token)
    {
        var start = _tokens[token].Start;
        foreach (var comment in _all.Where(other => other.Kind == TokenKind.Comment && other.End <= start).Reverse())
        {
            if (token > 0 && comment.Start < _tokens[token - 1].End)
                break;
            var between = _source.Text.AsSpan(comment.End, start - comment.End);
            if (!between.IsWhiteSpace() || between.Count('\n') > 1 || !IsAloneOnItsLine(comment))
                break;
            start = comment.Start;
        }

        return start;
    }

    private bool IsAloneOnItsLine(Token comment)
    {
        var line = _source.Text.LastIndexOf('\n', Math.Max(0, comment.Start - 1)) + 1;
        return _source.Text.AsSpan(line, Math.Max(0, comment.Start - line)).IsWhiteSpace();
    }

    private bool IsTypeKeyword() => _at < _tokens.Count && Text(_at) is "class" or "struct" or "interface" or "enum" or "record" && (_at + 1 >= _tokens.Count || _tokens[_at + 1].Kind == TokenKind.Word);

    private int Next() => _at < _tokens.Count ? _tokens[_at++].End : _source.Text.Length;

    private bool Is(string text, int ahead = 0) => _at + ahead < _tokens.Count && string.CompareOrdinal(_source.Text, _tokens[_at + ahead].Start, text, 0, Math.Max(text.Length, _tokens[_at + ahead].End - _tokens[_at + ahead].Start)) == 0;

    private string Text(int at) => Text(_tokens[at]);

    private string Text(Token token) => _source.Text[token.Start..token.End];
}
