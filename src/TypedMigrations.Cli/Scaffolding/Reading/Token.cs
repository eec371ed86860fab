namespace TypedMigrations.Cli.Scaffolding.Reading;

/// <summary>A piece of C# source.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="End">Where what follows it begins.</param>
internal readonly record struct Token(TokenKind Kind, int Start, int End);

/// <summary>What a piece of C# source is, as far as scaffolding needs to know.</summary>
internal enum TokenKind
{
    /// <summary>A name or a keyword.</summary>
    Word,

    /// <summary>A text or a character in quotes, or a part of one that is interpolated.</summary>
    Text,

    /// <summary>A comment or a directive of the preprocessor.</summary>
    Comment,

    /// <summary>A single sign.</summary>
    Sign,

    /// <summary>A number.</summary>
    Number,
}
