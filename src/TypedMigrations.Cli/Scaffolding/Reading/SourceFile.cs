namespace TypedMigrations.Cli.Scaffolding.Reading;

/// <summary>What a C# file declares, as its text says: nothing is compiled, so that it may be read where the project does not build.</summary>
/// <param name="Source">Its text.</param>
/// <param name="Tokens">Its tokens.</param>
/// <param name="Usings">Its using directives.</param>
/// <param name="Spaces">Its namespaces in the order of the file; those within others after them.</param>
/// <param name="Types">Its types; those within others are parts of them.</param>
internal sealed record SourceFile(SourceText Source, IReadOnlyList<Token> Tokens, IReadOnlyList<UsingDirective> Usings, IReadOnlyList<NamespaceBlock> Spaces, IReadOnlyList<SourceType> Types)
{
    public string Path => Source.Path;

    public static SourceFile Read(string path) => Parse(SourceText.Read(path));

    public static SourceFile Parse(SourceText source) => Parser.Read(source);

    public string TextOf(Token token) => Source.Text[token.Start..token.End];
}

/// <summary>A using directive.</summary>
/// <param name="Alias">The name that it gives; null where it gives none.</param>
/// <param name="Name">What it names, without blanks.</param>
/// <param name="NameStart">Where that begins.</param>
/// <param name="NameEnd">Where what follows it begins.</param>
/// <param name="Start">Where the directive begins.</param>
/// <param name="End">Where what follows its semicolon begins.</param>
internal sealed record UsingDirective(string? Alias, string Name, int NameStart, int NameEnd, int Start, int End);

/// <summary>A namespace as a file declares it.</summary>
/// <param name="Name">The whole name, with those around it.</param>
/// <param name="IsBlock">Whether braces stand around what it holds; else it holds the rest of the file.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="BodyStart">Where what it holds begins.</param>
/// <param name="BodyEnd">Where that ends: at the brace, or with the file.</param>
/// <param name="End">Where what follows it begins.</param>
internal sealed record NamespaceBlock(string Name, bool IsBlock, int Start, int BodyStart, int BodyEnd, int End);

/// <summary>A class, a record or another type as a file declares it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Namespace">The namespace that holds it; empty for the global one.</param>
/// <param name="Modifiers">Such as <c>public sealed</c>.</param>
/// <param name="Bases">The names of what it derives from, without those before the last dot.</param>
/// <param name="Words">Every name and keyword in it.</param>
/// <param name="Attributes">Its attribute lists, with their brackets.</param>
/// <param name="Start">Where it begins, the comments right before it included.</param>
/// <param name="End">Where what follows it begins.</param>
internal sealed record SourceType(
    string Name, string Namespace, IReadOnlyList<string> Modifiers, IReadOnlyList<string> Bases, IReadOnlySet<string> Words, IReadOnlyList<string> Attributes, int Start, int End)
{
    /// <summary>Whether no instance of it can be made, so that it only serves others.</summary>
    public bool IsAbstract => Modifiers.Contains("abstract");
}
